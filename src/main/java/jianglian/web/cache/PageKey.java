package jianglian.web.cache;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a visitor's page depends on: its address and the choices remembered in cookies.
record PageKey(String address, String choices) {
  private static final Set<String> CHOICES = Set.of("lang", "theme", "type");
  private static final Set<String> SESSIONS = Set.of("JSESSIONID", "SESSION");

  /// Null where the answer may be for one reader only: no plain visit to a page.
  static @Nullable PageKey of(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")
        || request.getHeader("Authorization") != null
        || request.getHeader("HX-Request") != null
        || request.getHeader("Range") != null) return null;
    var choices = new StringBuilder();
    for (var cookie : cookies(request)) {
      if (SESSIONS.contains(cookie.getName())) return null;
      if (CHOICES.contains(cookie.getName())) {
        choices.append(cookie.getName()).append('=').append(cookie.getValue()).append(';');
      }
    }
    var query = request.getQueryString();
    var address =
        request.getHeader("Host") + request.getRequestURI() + (query == null ? "" : "?" + query);
    return new PageKey(address, choices.toString());
  }

  private static Cookie[] cookies(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null ? new Cookie[0] : cookies;
  }
}
