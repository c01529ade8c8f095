/// The acts as a list and one by one.
@NullMarked
package jianglian.oversight.acts;

import org.jspecify.annotations.NullMarked;
