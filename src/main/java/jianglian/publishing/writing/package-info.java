/// One release written, changed and taken off by a person of its park.
@NullMarked
package jianglian.publishing.writing;

import org.jspecify.annotations.NullMarked;
