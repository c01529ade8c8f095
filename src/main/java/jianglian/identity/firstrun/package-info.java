/// The first page of an empty instance, where its first secretariat administrator is made.
@NullMarked
package jianglian.identity.firstrun;

import org.jspecify.annotations.NullMarked;
