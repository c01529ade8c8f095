/// What people say of a match: not suitable, or the reason was wrong.
@NullMarked
package jianglian.matching.feedback;

import org.jspecify.annotations.NullMarked;
