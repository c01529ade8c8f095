/// Mail: what waits in the inbox goes out in rounds, and whatever is in the outbox until the server
/// has it.
@NullMarked
package jianglian.notifications.mail;

import org.jspecify.annotations.NullMarked;
