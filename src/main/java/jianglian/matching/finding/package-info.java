/// Finds who fits: candidates under hard rules, ranked by the model.
@NullMarked
package jianglian.matching.finding;

import org.jspecify.annotations.NullMarked;
