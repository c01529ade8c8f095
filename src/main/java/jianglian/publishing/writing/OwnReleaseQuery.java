package jianglian.publishing.writing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.ReleaseState;
import org.jspecify.annotations.Nullable;

/// Which of its releases a park looks at; a filter that is empty or makes no sense asks for
/// nothing.
public record OwnReleaseQuery(
    @Nullable String q, @Nullable String state, @Nullable String kind, @Nullable String after) {
  private static final Pattern KEY = Pattern.compile("([0-9TZ:.\\-]{10,40})_(\\d{1,18})");

  public String words() {
    return q == null ? "" : q.strip();
  }

  public String inState() {
    return Arrays.stream(ReleaseState.values())
        .map(ReleaseState::code)
        .filter(it -> it.equals(state))
        .findFirst()
        .orElse("");
  }

  public String ofKind() {
    return kind == null ? "" : ReleaseKind.of(kind).map(ReleaseKind::code).orElse("");
  }

  public boolean filtered() {
    return !words().isEmpty() || !inState().isEmpty() || !ofKind().isEmpty();
  }

  /// The words as a pattern in which nothing is a sign of the pattern.
  String like() {
    return "%" + words().replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  /// The last row of the part before.
  record Last(OffsetDateTime at, long id) {}

  Optional<Last> last() {
    var match = KEY.matcher(after == null ? "" : after);
    if (!match.matches()) return Optional.empty();
    try {
      var at = Instant.parse(match.group(1)).atOffset(ZoneOffset.UTC);
      return Optional.of(new Last(at, Long.parseLong(match.group(2))));
    } catch (DateTimeParseException noMoment) {
      return Optional.empty();
    }
  }

  static String key(OwnRelease it) {
    return it.updatedAt() + "_" + it.id();
  }
}
