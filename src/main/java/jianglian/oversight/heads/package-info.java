/// Handing the signed heads to the parks.
@NullMarked
package jianglian.oversight.heads;

import org.jspecify.annotations.NullMarked;
