/// Names of industries and regions, suggested while people type them.
@NullMarked
package jianglian.parks.words;

import org.jspecify.annotations.NullMarked;
