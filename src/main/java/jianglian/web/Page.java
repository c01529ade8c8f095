package jianglian.web;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;

/// What every template needs besides its own record: language, reader, address, look-ups. `unread`
/// is the reader's count of unread notifications.
public record Page(
    Texts texts,
    Locale locale,
    Actor actor,
    String path,
    String query,
    Supplier<@Nullable String> csrf,
    int unread,
    Look look,
    boolean demo,
    Assets assets) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public String text(String key, Object... arguments) {
    return texts.text(locale, key, arguments);
  }

  /// Chinese or English, whichever the reader reads.
  public String either(String zh, String en) {
    return chinese() ? zh : en;
  }

  public boolean chinese() {
    return locale.getLanguage().equals("zh");
  }

  public String lang() {
    return chinese() ? "zh-CN" : "en";
  }

  /// This page's address with one parameter set, the others kept: `?lang=en`, `?after=…`. Empty
  /// takes it away.
  public String with(String name, String value) {
    return address(name, value, List.of());
  }

  /// The same for a filter: back on the first page.
  public String from(String name, String value) {
    return address(name, value, List.of("after"));
  }

  private String address(String name, String value, List<String> without) {
    var kept = new StringJoiner("&", "?", "").setEmptyValue("");
    for (var pair : query.split("&", -1)) {
      var key = pair.split("=", 2)[0];
      if (pair.isEmpty() || key.equals(name)) continue;
      if (!without.contains(key) && !Look.CHOICES.contains(key)) kept.add(pair);
    }
    if (!value.isEmpty()) kept.add(name + "=" + encoded(value));
    return path + kept;
  }

  /// As part of an address.
  public String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The page lies in one of these parts of the site.
  public boolean within(String... places) {
    return Stream.of(places).anyMatch(it -> path.equals(it) || path.startsWith(it + "/"));
  }

  /// A number with its thousands apart.
  public String number(long number) {
    var digits = new StringBuilder(String.valueOf(number));
    for (var at = digits.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) digits.insert(at, ',');
    return digits.toString();
  }

  /// A share of 1 in whole per cent.
  public String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  public String style() {
    return assets.style();
  }

  public String script() {
    return assets.script();
  }

  public String asset(String path) {
    return assets.url(path);
  }

  public String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofPattern(chinese() ? "yyyy年M月d日" : "d MMM yyyy", locale));
  }

  public String day(Instant at) {
    return date(at.atZone(ZONE).toLocalDate());
  }

  /// A day near enough to go without its year.
  public String dayMonth(Instant at) {
    return at.atZone(ZONE)
        .format(DateTimeFormatter.ofPattern(chinese() ? "M月d日" : "d MMM", locale));
  }

  public String moment(Instant at) {
    return at.atZone(ZONE)
        .format(DateTimeFormatter.ofPattern(chinese() ? "M月d日 HH:mm" : "d MMM HH:mm", locale));
  }

  /// The hidden field of every form that changes something.
  public Content csrfField() {
    return output -> {
      var token = csrf.get();
      if (token != null) {
        output.writeContent("<input type=\"hidden\" name=\"_csrf\" value=\"" + token + "\">");
      }
    };
  }
}
