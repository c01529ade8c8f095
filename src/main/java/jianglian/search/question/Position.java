package jianglian.search.question;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last hit of a page, as the `after` of the next: its place in the order, and the moment that
/// freshness was measured from.
public record Position(long moment, long place, String key) {
  public String text() {
    var plain = moment + " " + place + " " + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /// Whoever sends something else begins at the beginning.
  public static Optional<Position> of(@Nullable String text) {
    if (text == null || text.isBlank()) return Optional.empty();
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = plain.split(" ", 3);
      if (parts.length < 3) return Optional.empty();
      return Optional.of(
          new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
