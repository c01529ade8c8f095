/// What a release said before, and what changed.
@NullMarked
package jianglian.publishing.history;

import org.jspecify.annotations.NullMarked;
