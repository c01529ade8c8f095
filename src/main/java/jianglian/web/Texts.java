package jianglian.web;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Every visible text, by key and language. Those that are always the same are looked up once; a
/// page shows a hundred.
@Component
public class Texts {
  private final MessageSource messages;
  private final Map<Locale, Map<String, String>> plain = new ConcurrentHashMap<>();

  Texts(MessageSource messages) {
    this.messages = messages;
  }

  /// The text of `key` with `{0}`, `{1}` … filled; throws NoSuchMessageException when the key is
  /// missing.
  public String text(Locale locale, String key, Object... arguments) {
    if (arguments.length > 0) return messages.getMessage(key, arguments, locale);
    return plain
        .computeIfAbsent(locale, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(key, it -> messages.getMessage(it, null, locale));
  }

  public String zh(String key, Object... arguments) {
    return text(Locale.SIMPLIFIED_CHINESE, key, arguments);
  }

  public String en(String key, Object... arguments) {
    return text(Locale.ENGLISH, key, arguments);
  }
}
