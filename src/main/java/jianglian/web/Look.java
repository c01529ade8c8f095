package jianglian.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/// How the reader wants pages to look: `theme` is `light`, `dark` or empty (as the device says);
/// `type` is `large` (长辈版) or empty. Chosen by `?theme=` and `?type=`, remembered in cookies.
public record Look(String theme, String type) {
  static final String THEME = "theme";
  static final String TYPE = "type";

  /// The parameters that are choices of the reader and no part of a page's address.
  static final List<String> CHOICES = List.of("lang", THEME, TYPE);

  private static final Set<String> THEMES = Set.of("light", "dark");

  static Look of(HttpServletRequest request, boolean largeByAccount) {
    var theme = chosen(request, THEME);
    var type = chosen(request, TYPE);
    var large = type == null ? largeByAccount : type.equals("large");
    return new Look(theme != null && THEMES.contains(theme) ? theme : "", large ? "large" : "");
  }

  /// The choice this very request makes, else the one remembered.
  private static @Nullable String chosen(HttpServletRequest request, String name) {
    var now = request.getParameter(name);
    if (now != null) return now;
    Cookie remembered = WebUtils.getCookie(request, name);
    return remembered == null ? null : remembered.getValue();
  }

  public boolean large() {
    return type.equals("large");
  }
}
