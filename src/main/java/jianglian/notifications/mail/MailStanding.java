package jianglian.notifications.mail;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How many mails wait, since when, and what the server last said.
public record MailStanding(
    boolean configured,
    int waiting,
    int failed,
    @Nullable Instant oldest,
    @Nullable Instant lastSent,
    @Nullable String error) {
  static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
