/// The alliance's check: what waits, publishing, returning, merging.
@NullMarked
package jianglian.publishing.review;

import org.jspecify.annotations.NullMarked;
