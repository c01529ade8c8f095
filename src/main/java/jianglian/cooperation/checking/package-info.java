/// The park's and the alliance's check of needs and offers before they are open.
@NullMarked
package jianglian.cooperation.checking;

import org.jspecify.annotations.NullMarked;
