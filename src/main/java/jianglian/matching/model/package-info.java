/// The explainable model: what speaks for a pair, how much, and in which words.
@NullMarked
package jianglian.matching.model;

import org.jspecify.annotations.NullMarked;
