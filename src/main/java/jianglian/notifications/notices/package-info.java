/// Who is told of what.
@NullMarked
package jianglian.notifications.notices;

import org.jspecify.annotations.NullMarked;
