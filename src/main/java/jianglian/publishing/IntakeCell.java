package jianglian.publishing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What stands in a cell; `number` when the spreadsheet holds it as a number, as it does dates.
public record IntakeCell(String text, boolean number) {
  private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T].*)?");
  private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern SERIAL_DAY = Pattern.compile("([2-9]\\d{4})(?:\\.\\d+)?");
  private static final Pattern AMOUNT =
      Pattern.compile("(?:[¥￥]\\s*)?(\\d{1,15}(?:\\.\\d+)?)\\s*(万|亿|百万|千万)?\\s*元?");

  /// The date as 2026-03-01 when one can be made out, else the text as it stands.
  String date() {
    var plain = text.strip();
    if (number) {
      var serial = SERIAL_DAY.matcher(plain);
      if (serial.matches()) {
        return SPREADSHEET_DAY_ZERO.plusDays(Long.parseLong(serial.group(1))).toString();
      }
    }
    for (var form : new Pattern[] {DAY, COMPACT_DAY}) {
      var match = form.matcher(plain);
      if (match.matches()) return day(match.group(1), match.group(2), match.group(3), plain);
    }
    return plain;
  }

  private static String day(String year, String month, String day, String otherwise) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
          .toString();
    } catch (DateTimeException noSuchDay) {
      return otherwise;
    }
  }

  /// Whole yuan when an amount can be made out, else the text as it stands.
  JsonNode amount() {
    var match = AMOUNT.matcher(text.strip().replace(",", "").replace("，", ""));
    if (match.matches()) {
      var yuan = new BigDecimal(match.group(1)).movePointRight(zeros(match.group(2)));
      if (yuan.stripTrailingZeros().scale() <= 0 && yuan.precision() - yuan.scale() <= 18) {
        return JsonNodeFactory.instance.numberNode(yuan.longValueExact());
      }
    }
    return JsonNodeFactory.instance.stringNode(text);
  }

  private static int zeros(@org.jspecify.annotations.Nullable String unit) {
    return switch (unit) {
      case "万" -> 4;
      case "百万" -> 6;
      case "千万" -> 7;
      case "亿" -> 8;
      case null, default -> 0;
    };
  }
}
