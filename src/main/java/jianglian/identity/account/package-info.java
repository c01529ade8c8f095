/// What people settle for themselves: name, language, password, sessions, leaving.
@NullMarked
package jianglian.identity.account;

import org.jspecify.annotations.NullMarked;
