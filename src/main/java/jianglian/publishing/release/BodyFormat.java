package jianglian.publishing.release;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a body is written.
public enum BodyFormat {
  MARKDOWN("markdown"),
  HTML("html"),
  TEXT("text");

  private static final Pattern HTML_SIGNS =
      Pattern.compile(
          "<(?:p|div|br|table|h[1-6]|ul|ol|span|section|article|img|strong|!doctype|html)\\b[^>]*>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKDOWN_START =
      Pattern.compile("#{1,6} .*|[*-] .*|> .*|\\|.*\\|\\s*|```.*");

  private final String code;

  BodyFormat(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  public static Optional<BodyFormat> of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(BodyFormat::code).toList();
  }

  /// What a body is when the sender does not say: HTML when it holds a block tag, Markdown when it
  /// holds one of its signs, plain text otherwise.
  public static BodyFormat guess(String body) {
    if (body.indexOf('<') >= 0 && HTML_SIGNS.matcher(body).find()) return HTML;
    return body.lines().anyMatch(BodyFormat::markdown) ? MARKDOWN : TEXT;
  }

  private static boolean markdown(String line) {
    return line.contains("**") || line.contains("](http") || MARKDOWN_START.matcher(line).matches();
  }
}
