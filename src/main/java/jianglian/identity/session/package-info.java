/// Signing in and out, and who the signed-in person is.
@NullMarked
package jianglian.identity.session;

import org.jspecify.annotations.NullMarked;
