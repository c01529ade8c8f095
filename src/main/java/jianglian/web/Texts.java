package jianglian.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Every visible text, by key and language.
@Component
public class Texts {
  private final MessageSource messages;

  Texts(MessageSource messages) {
    this.messages = messages;
  }

  /// The text of `key` with `{0}`, `{1}` … filled; throws NoSuchMessageException when the key is
  /// missing.
  public String text(Locale locale, String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /// The text of a key that may not be there.
  public Optional<String> find(Locale locale, String key) {
    return Optional.ofNullable(messages.getMessage(key, null, null, locale));
  }

  public String zh(String key, Object... arguments) {
    return text(Locale.SIMPLIFIED_CHINESE, key, arguments);
  }

  public String en(String key, Object... arguments) {
    return text(Locale.ENGLISH, key, arguments);
  }
}
