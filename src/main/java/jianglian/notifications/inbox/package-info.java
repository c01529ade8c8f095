/// A person's inbox: what happened, read or not.
@NullMarked
package jianglian.notifications.inbox;

import org.jspecify.annotations.NullMarked;
