package jianglian.identity.passwords;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import jianglian.web.Fault;

/// A password someone wishes to have. Length is what makes it strong; no mixture of signs is asked
/// for, but it must not be one that everybody tries first.
public record NewPassword(String password) {
  static final int SHORTEST = 10;
  static final int LONGEST = 200;

  private static final Set<String> TRIED_FIRST =
      Set.of(
          "1234567890",
          "0123456789",
          "0987654321",
          "12345678910",
          "123456789a",
          "a123456789",
          "1q2w3e4r5t",
          "1qaz2wsx3edc",
          "qwertyuiop",
          "qwerty12345",
          "password12",
          "password123",
          "passw0rd123",
          "admin12345",
          "administrator",
          "iloveyou123",
          "woaini1314",
          "woaini520520",
          "5201314520",
          "abc1234567",
          "abcd123456",
          "abcdefghij");

  /// What is wrong with it, at `/password`; `about` are names it must not simply repeat.
  public List<Fault> faults(String... about) {
    if (password.length() < SHORTEST) return fault("password.too-short", SHORTEST);
    if (password.length() > LONGEST) return fault("password.too-long", LONGEST);
    var lower = password.toLowerCase(Locale.ROOT);
    if (TRIED_FIRST.contains(lower) || lower.chars().distinct().count() < 4) {
      return fault("password.tried-first");
    }
    var repeats =
        Stream.of(about).map(it -> it.toLowerCase(Locale.ROOT)).anyMatch(it -> it.equals(lower));
    return repeats ? fault("password.is-name") : List.of();
  }

  private static List<Fault> fault(String key, Object... arguments) {
    return List.of(Fault.at("/password", key, arguments));
  }
}
