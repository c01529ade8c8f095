package jianglian.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import jianglian.audit.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// Turns refusals, faults and surprises into a page for people and a problem document for systems.
@ControllerAdvice
class ErrorAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);
  private final Problems problems;
  private final Pages pages;

  ErrorAdvice(Problems problems, Pages pages) {
    this.problems = problems;
    this.pages = pages;
  }

  @ExceptionHandler
  Object refused(Refusal refusal, HttpServletRequest request) {
    if (mustSignIn(refusal, request)) return toSignIn(request);
    return answer(request, refusal.status(), refusal.key(), List.of(), refusal.arguments());
  }

  @ExceptionHandler
  Object invalid(InvalidInput invalid, HttpServletRequest request) {
    return answer(request, 422, "error.invalid", invalid.faults());
  }

  /// A word where a number belongs: in the address there is no such page, elsewhere it is
  /// malformed.
  @ExceptionHandler
  Object mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
    var status = mistyped.getParameter().hasParameterAnnotation(PathVariable.class) ? 404 : 400;
    return answer(request, status, Problems.key(status), List.of());
  }

  @ExceptionHandler
  Object surprise(Exception surprise, HttpServletRequest request) {
    if (surprise instanceof ErrorResponse known) {
      var status = known.getStatusCode().value();
      return answer(request, status, Problems.key(status), List.of());
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), surprise);
    return answer(request, 500, "error.surprise", List.of());
  }

  Object answer(
      HttpServletRequest request, int status, String key, List<Fault> faults, Object... arguments) {
    if (Problems.forSystem(request)) {
      var headers = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
      if (status == 401) headers.header("WWW-Authenticate", "Bearer");
      return headers.body(problems.of(status, key, faults, Problems.address(request), arguments));
    }
    var page = pages.of(request);
    return new ModelAndView(
        "web/error",
        Map.of(
            "page",
            page,
            "status",
            status,
            "message",
            page.text(key, arguments),
            "faults",
            faults.stream().map(it -> page.text(it.key(), it.arguments().toArray())).toList()),
        HttpStatus.valueOf(status));
  }

  /// A visitor whom a rule keeps out may be someone who has not signed in yet.
  private boolean mustSignIn(Refusal refusal, HttpServletRequest request) {
    return (refusal instanceof SignInRequired || refusal instanceof Forbidden)
        && !Problems.forSystem(request)
        && pages.of(request).actor() instanceof Actor.Visitor;
  }

  private static Object toSignIn(HttpServletRequest request) {
    var address =
        UriComponentsBuilder.fromPath("/sign-in")
            .queryParam("to", "{to}")
            .encode()
            .buildAndExpand(cameFor(request))
            .toUriString();
    if (request.getHeader("HX-Request") == null) return new ModelAndView("redirect:" + address);
    return ResponseEntity.status(401).header("HX-Redirect", address).build();
  }

  private static String cameFor(HttpServletRequest request) {
    if (!request.getMethod().equals("GET") || request.getHeader("HX-Request") != null)
      return "/workspace";
    var query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }
}
