package jianglian.publishing.release;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A document number (发文字号): the agency's word, the year and the serial. Most stand in brackets,
/// 渝府发〔2023〕15号; announcements do not, 公告2018年第14号.
public record DocumentNumber(String agency, int year, int serial, boolean bracketed) {
  private static final int LONGEST = 100;

  /// What stands before a number on a page: 发文字号：…
  private static final Pattern LABEL =
      Pattern.compile("^(?:发文字号|发文号|发文机关字号|公文字号|文件编号|文件号|文号|字号)\\s*[:\\s]\\s*");

  private static final String AGENCY = "([\\p{L}\\p{N}·、\\-]*\\p{L})\\s*";
  private static final String YEAR = "((?:19|20)\\d{2})\\s*年?";
  private static final String SERIAL = "(?:第\\s*)?(\\d{1,5})\\s*号?";

  private static final Pattern BRACKETED =
      Pattern.compile(AGENCY + "[\\[({〔【〈<《﹝]\\s*" + YEAR + "\\s*[\\])}〕】〉>》﹞]\\s*" + SERIAL);

  private static final Pattern ANNOUNCEMENT =
      Pattern.compile(AGENCY + "((?:19|20)\\d{2})\\s*年\\s*第\\s*(\\d{1,5})\\s*号");

  /// Marks that are not seen, and brackets left empty behind the number.
  private static final Pattern LITTER = Pattern.compile("\\p{Cf}+|[〔\\[(]\\s*[〕\\])]\\s*$");

  public static Optional<DocumentNumber> parse(String text) {
    if (text.length() > LONGEST) return Optional.empty();
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var tidy = LITTER.matcher(plain).replaceAll("").strip();
    var number = LABEL.matcher(tidy).replaceFirst("").strip();
    var bracketed = BRACKETED.matcher(number);
    if (bracketed.matches()) return Optional.of(of(bracketed, true));
    var announcement = ANNOUNCEMENT.matcher(number);
    return announcement.matches() ? Optional.of(of(announcement, false)) : Optional.empty();
  }

  private static DocumentNumber of(Matcher form, boolean bracketed) {
    return new DocumentNumber(
        form.group(1).replaceAll("\\s+", ""),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)),
        bracketed);
  }

  /// As GB/T 9704 writes it: hexagonal brackets, no leading zeros, no 第.
  @Override
  public String toString() {
    return bracketed
        ? agency + "〔" + year + "〕" + serial + "号"
        : agency + year + "年第" + serial + "号";
  }
}
