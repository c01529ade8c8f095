package jianglian.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A mail address: full-width letters folded, lower case, without anything a mail header could be
/// broken with.
public record MailAddress(String address) {
  private static final int LONGEST = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  public static Optional<MailAddress> of(String text) {
    var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    if (folded.length() > LONGEST || !SHAPE.matcher(folded).matches()) return Optional.empty();
    return Optional.of(new MailAddress(folded));
  }
}
