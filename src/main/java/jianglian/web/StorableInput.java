package jianglian.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.servlet.HandlerInterceptor;

/// No one can type a zero character and no database holds one: whoever sends it hears so before
/// anything else is done with it.
class StorableInput implements HandlerInterceptor {
  static final class NotStorable extends Refusal {
    NotStorable() {
      super(400, "error.not-storable");
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var storable =
        request.getParameterMap().values().stream()
            .flatMap(Arrays::stream)
            .allMatch(it -> it.indexOf(0) < 0);
    if (!storable) throw new NotStorable();
    return true;
  }
}
