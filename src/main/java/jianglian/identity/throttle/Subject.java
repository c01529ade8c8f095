package jianglian.identity.throttle;

import java.time.Duration;
import java.time.Instant;
import jianglian.audit.Cryptography;
import org.jspecify.annotations.Nullable;

/// Someone or something that tries count against, kept as a digest: people type passwords into the
/// name field. `free` tries go unhindered; from then on each must wait twice as long as the last.
public record Subject(String digest, int free, boolean clearedBySuccess) {
  static final Duration WINDOW = Duration.ofHours(1);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /// Whoever guesses one account's password, from wherever.
  public static Subject account(String name) {
    return of("account", name, 5, true);
  }

  /// A browser this person has signed in with before.
  public static Subject browser(String token, long person) {
    return of("browser", token + " " + person, 10, true);
  }

  /// One network address trying many accounts. A success does not clear it, or a guesser would sign
  /// in to an account of their own between guesses; offices share an address, so it has more tries.
  public static Subject address(String matter, String address) {
    return of("address " + matter, address, 30, false);
  }

  /// A matter that is rarely done, such as asking for a new password for the same account.
  public static Subject rare(String matter, String name) {
    return of(matter, name, 3, false);
  }

  private static Subject of(String kind, String name, int free, boolean clearedBySuccess) {
    return new Subject(Cryptography.digest(kind + " " + name), free, clearedBySuccess);
  }

  /// How long the next try still has to wait after `tries` within the window, the last at `last`;
  /// zero or less: it may go on.
  Duration wait(int tries, @Nullable Instant last, Instant now) {
    if (last == null || tries < free) return Duration.ZERO;
    var doublings = Math.min(tries - free, 10);
    var pause = FIRST.multipliedBy(1L << doublings);
    return Duration.between(now, last.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
  }
}
