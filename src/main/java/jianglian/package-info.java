/// 江联: the shared platform of an alliance of high-tech zones.
@NullMarked
package jianglian;

import org.jspecify.annotations.NullMarked;
