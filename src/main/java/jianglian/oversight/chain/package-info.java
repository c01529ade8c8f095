/// The state of the chain and its verification.
@NullMarked
package jianglian.oversight.chain;

import org.jspecify.annotations.NullMarked;
