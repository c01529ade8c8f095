/// Slows down guessing without locking anyone out.
@NullMarked
package jianglian.identity.throttle;

import org.jspecify.annotations.NullMarked;
