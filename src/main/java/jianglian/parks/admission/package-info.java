/// A park checks the organisations that ask to be admitted.
@NullMarked
package jianglian.parks.admission;

import org.jspecify.annotations.NullMarked;
