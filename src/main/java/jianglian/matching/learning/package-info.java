/// Learns from what people do with matches: evidence, refitting, and which model ranks.
@NullMarked
package jianglian.matching.learning;

import org.jspecify.annotations.NullMarked;
