/// The calls by which a park's own system sends, changes and withdraws releases.
@NullMarked
package jianglian.publishing.delivery;

import org.jspecify.annotations.NullMarked;
