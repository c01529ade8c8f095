/// Firms, institutes, investors and service providers sign themselves up.
@NullMarked
package jianglian.identity.signup;

import org.jspecify.annotations.NullMarked;
