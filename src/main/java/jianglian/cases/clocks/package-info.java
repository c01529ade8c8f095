/// What runs by the clock: what waits for whom, and what happens when an answer is late.
@NullMarked
package jianglian.cases.clocks;

import org.jspecify.annotations.NullMarked;
