package jianglian.notifications.inbox;

import java.time.Instant;
import java.util.List;
import jianglian.web.Page;

/// One notice in an inbox.
public record InboxItem(
    long id, NoticeKind kind, String message, List<String> arguments, Instant at, boolean unread) {
  public String words(Page page) {
    return page.text(message, arguments.toArray());
  }
}
