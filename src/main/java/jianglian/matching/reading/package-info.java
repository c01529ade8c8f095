/// Matches as people and other systems read them.
@NullMarked
package jianglian.matching.reading;

import org.jspecify.annotations.NullMarked;
