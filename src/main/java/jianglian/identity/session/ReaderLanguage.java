package jianglian.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The language a person reads, kept with the account and remembered by the browser.
@Component
public class ReaderLanguage {
  private final LocaleResolver locales;

  ReaderLanguage(LocaleResolver locales) {
    this.locales = locales;
  }

  /// At sign-in; what was chosen in this browser stands.
  void begin(HttpServletRequest request, HttpServletResponse response, String lang) {
    if (WebUtils.getCookie(request, "lang") == null) choose(request, response, lang);
  }

  public void choose(HttpServletRequest request, HttpServletResponse response, String lang) {
    locales.setLocale(
        request, response, lang.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
  }
}
