/// The introduction case: its sides and clocks, its rules, and every act on it.
@NullMarked
package jianglian.cases.introductions;

import org.jspecify.annotations.NullMarked;
