package jianglian.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// Hands every template its [Page].
record PageInterceptor(Pages pages) implements HandlerInterceptor {
  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    if (view == null || !view.isReference() || view.getViewName() == null) return;
    if (view.getViewName().startsWith("redirect:")) return;
    view.addObject("page", pages.of(request));
  }
}
