package jianglian.web;

import jakarta.servlet.http.HttpServletRequest;
import jianglian.audit.Actor;

/// Who is looking, as the identity module knows it.
public interface Reader {
  Actor actor(HttpServletRequest request);

  /// Unread notifications, large type: what the page's frame shows about the reader.
  Frame frame(HttpServletRequest request);

  record Frame(int unread, boolean largeType) {
    public static final Frame EMPTY = new Frame(0, false);
  }
}
