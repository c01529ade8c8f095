/// The releases as public feeds, for readers and other systems.
@NullMarked
package jianglian.publishing.feeds;

import org.jspecify.annotations.NullMarked;
