package jianglian.cooperation.posting;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Money as people write it: 80 means 80 万元, and 50万元, 800000元 and 1.2亿 mean what they say.
final class Wan {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)(亿|万)?(元)?");

  private Wan() {}

  /// Whole yuan; empty when it cannot be read as such.
  static Optional<Long> yuan(String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,]", "");
    var match = WRITTEN.matcher(text);
    if (!match.matches()) return Optional.empty();
    var yuan = new BigDecimal(match.group(1)).multiply(unit(match.group(2), match.group(3)));
    try {
      return Optional.of(yuan.longValueExact());
    } catch (ArithmeticException fraction) {
      return Optional.empty();
    }
  }

  /// As it stands in the form again.
  static String written(long yuan) {
    return BigDecimal.valueOf(yuan)
        .divide(BigDecimal.valueOf(10_000))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static BigDecimal unit(@Nullable String unit, @Nullable String yuan) {
    if ("亿".equals(unit)) return BigDecimal.valueOf(100_000_000);
    return BigDecimal.valueOf(unit == null && yuan != null ? 1 : 10_000);
  }
}
