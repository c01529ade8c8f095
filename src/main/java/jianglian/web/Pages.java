package jianglian.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the [Page] of a request.
@Component
public class Pages {
  private final Texts texts;
  private final Assets assets;
  private final Reader reader;
  private final boolean demo;

  Pages(Texts texts, Assets assets, Reader reader, @Value("${jianglian.demo:false}") boolean demo) {
    this.texts = texts;
    this.assets = assets;
    this.reader = reader;
    this.demo = demo;
  }

  public Page of(HttpServletRequest request) {
    var actor = reader.actor(request);
    var frame = actor.signedIn() ? reader.frame(request) : Reader.Frame.EMPTY;
    var english = RequestContextUtils.getLocale(request).getLanguage().equals("en");
    return new Page(
        texts,
        english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
        actor,
        request.getRequestURI(),
        Objects.requireNonNullElse(request.getQueryString(), ""),
        () -> csrf(request),
        frame.unread(),
        Look.of(request, frame.largeType()),
        demo,
        assets);
  }

  /// Asked for only where a form is drawn, so that a visitor's public pages need no session.
  private static @Nullable String csrf(HttpServletRequest request) {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return token == null ? null : token.getToken();
  }
}
