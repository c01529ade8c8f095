/// A park's system brings needs and offers, takes them back, and asks how they stand.
@NullMarked
package jianglian.cooperation.delivery;

import org.jspecify.annotations.NullMarked;
