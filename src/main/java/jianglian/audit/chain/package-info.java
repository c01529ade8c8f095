/// Sealing acts into a hash chain, signing its heads, and recomputing it.
@NullMarked
package jianglian.audit.chain;

import org.jspecify.annotations.NullMarked;
