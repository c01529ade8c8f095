package jianglian.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers a form or a file that is too large, and an address whose parameters cannot be read,
/// before whoever looks for a parameter first stumbles over it, and before anything is recorded for
/// the page cache.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class UnreadableForm extends OncePerRequestFilter {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Problems.forSystem(request) && isForm(request)) {
      refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(), request, response);
      return;
    }
    try {
      request.getParameterMap();
    } catch (InvalidParameterException unreadable) {
      refuse(unreadable.getErrorCode(), request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  /// What command line tools call a body unless they are told what it is; it would be read as a
  /// form, and nothing of it would be left.
  private static boolean isForm(HttpServletRequest request) {
    var type = request.getContentType();
    if (type == null) return false;
    var known = type.toLowerCase(Locale.ROOT);
    return known.startsWith(FORM) || known.startsWith("multipart/");
  }

  private static void refuse(int status, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    response.setStatus(status);
    request.getRequestDispatcher("/error").forward(new WithoutParameters(request), response);
  }

  private static final class WithoutParameters extends HttpServletRequestWrapper {
    WithoutParameters(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }
  }
}
