/// What readers see of releases: lists, one release, search.
@NullMarked
package jianglian.publishing.reading;

import org.jspecify.annotations.NullMarked;
