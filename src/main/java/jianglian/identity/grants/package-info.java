/// Authority is a grant: who gives it, how it is taken up, and how it ends.
@NullMarked
package jianglian.identity.grants;

import org.jspecify.annotations.NullMarked;
