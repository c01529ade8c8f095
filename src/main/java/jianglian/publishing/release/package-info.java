/// What a release is, how it changes, and the one way deliveries of every form go in.
@NullMarked
package jianglian.publishing.release;

import org.jspecify.annotations.NullMarked;
