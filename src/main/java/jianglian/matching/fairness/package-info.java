/// What a ranking becomes before people get it as a list: fair to those who are busy, new or many.
@NullMarked
package jianglian.matching.fairness;

import org.jspecify.annotations.NullMarked;
