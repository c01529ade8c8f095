/// The first page after sign-in: what waits for me until when, what is mine, how it stands.
@NullMarked
package jianglian.portal.workspace;

import org.jspecify.annotations.NullMarked;
