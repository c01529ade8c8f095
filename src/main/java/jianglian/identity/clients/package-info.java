/// API clients of parks and their tokens.
@NullMarked
package jianglian.identity.clients;

import org.jspecify.annotations.NullMarked;
