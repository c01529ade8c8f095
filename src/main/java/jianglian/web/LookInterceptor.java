package jianglian.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/// Remembers `?theme=` and `?type=` for a year.
record LookInterceptor() implements HandlerInterceptor {
  private static final Map<String, Set<String>> CHOICES =
      Map.of(
          Look.THEME, Set.of("light", "dark", "auto"),
          Look.TYPE, Set.of("large", "normal"));

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    CHOICES.forEach((name, values) -> {
      var value = request.getParameter(name);
      if (value != null && values.contains(value)) remember(response, name, value);
    });
    return true;
  }

  private static void remember(HttpServletResponse response, String name, String value) {
    var cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
