package jianglian.notifications.inbox;

import java.util.List;

/// Something to tell people: a message key with its arguments, and where to read on. `event` names
/// what happened; told twice, it is kept once.
public record Notice(
    String event, NoticeKind kind, String message, List<String> arguments, String link) {
  public static Notice of(
      String event, NoticeKind kind, String message, String link, String... arguments) {
    return new Notice(event, kind, message, List.of(arguments), link);
  }
}
