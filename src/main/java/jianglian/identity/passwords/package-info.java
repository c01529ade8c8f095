/// How passwords are kept, what a new one must be, and the way back in by mail.
@NullMarked
package jianglian.identity.passwords;

import org.jspecify.annotations.NullMarked;
