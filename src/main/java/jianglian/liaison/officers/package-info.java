/// The officers of a park: who stands in for whom, who is away.
@NullMarked
package jianglian.liaison.officers;

import org.jspecify.annotations.NullMarked;
