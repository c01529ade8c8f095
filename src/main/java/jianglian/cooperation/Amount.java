package jianglian.cooperation;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import jianglian.web.Page;
import jianglian.web.Texts;
import org.jspecify.annotations.Nullable;

/// A range of money in whole yuan (or whole units of `currency`); either end may be open.
public record Amount(@Nullable Long min, @Nullable Long max, String currency) {
  public static final String YUAN = "CNY";
  public static final Amount UNKNOWN = new Amount(null, null, YUAN);
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

  public boolean known() {
    return min != null || max != null;
  }

  /// In words of the reader's language, yuan in units of 10,000 in Chinese; empty when unknown.
  public String shown(Page page) {
    return shown(page.texts(), page.locale());
  }

  public String shown(Texts texts, Locale locale) {
    if (!known()) return "";
    var kind = min == null ? "up-to" : max == null ? "from" : min.equals(max) ? "exact" : "between";
    var inWan = locale.getLanguage().equals("zh") && currency.equals(YUAN);
    var key = "listing.amount." + kind + (inWan ? ".wan" : "");
    return texts.text(
        locale, key, figure(min == null ? max : min, inWan), figure(max, inWan), currency);
  }

  private static String figure(@Nullable Long value, boolean inWan) {
    if (value == null) return "";
    if (!inWan) return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value);
    var format = NumberFormat.getNumberInstance(Locale.CHINA);
    format.setMaximumFractionDigits(4);
    return format.format(BigDecimal.valueOf(value).divide(WAN));
  }
}
