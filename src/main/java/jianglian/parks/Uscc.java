package jianglian.parks;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// A unified social credit code (统一社会信用代码) whose check digit is right, as GB 32100-2015 defines it:
/// 17 characters weighted by the powers of 3 modulo 31, and the one that completes their sum.
public record Uscc(String code) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  /// Full-width characters, lower case, spaces and hyphens are how people write it; empty when the
  /// code cannot be right.
  public static Optional<Uscc> of(String text) {
    var code =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT);
    return valid(code) ? Optional.of(new Uscc(code)) : Optional.empty();
  }

  /// The code that begins with these 17 characters.
  public static Uscc completing(String first17) {
    return new Uscc(first17 + checkDigit(first17));
  }

  private static boolean valid(String code) {
    if (code.length() != LENGTH) return false;
    if (code.chars().anyMatch(it -> ALPHABET.indexOf(it) < 0)) return false;
    return code.charAt(LENGTH - 1) == checkDigit(code.substring(0, LENGTH - 1));
  }

  static char checkDigit(String first17) {
    var sum = 0;
    var weight = 1;
    for (var i = 0; i < first17.length(); i++) {
      sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
      weight = weight * 3 % ALPHABET.length();
    }
    return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
  }

  @Override
  public String toString() {
    return code;
  }
}
