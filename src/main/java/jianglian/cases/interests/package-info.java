/// Expressions of interest (对接意向): one side asks, the other accepts or declines.
@NullMarked
package jianglian.cases.interests;

import org.jspecify.annotations.NullMarked;
