package jianglian.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Problem documents of RFC 9457, in Chinese with English beside.
@Component
public class Problems {
  private static final Set<Integer> KNOWN =
      Set.of(400, 401, 403, 404, 405, 406, 409, 413, 415, 429, 503);
  private final Texts texts;

  Problems(Texts texts) {
    this.texts = texts;
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Problem(
      String type,
      String title,
      int status,
      String detail,
      String detailEn,
      String instance,
      List<Detail> errors) {}

  public record Detail(String pointer, String detail, String detailEn) {}

  public Problem of(
      int status, String key, List<Fault> faults, String instance, Object... arguments) {
    return new Problem(
        "urn:jianglian:problem:" + key.replaceFirst("^error\\.", ""),
        texts.zh(key(status)),
        status,
        texts.zh(key, arguments),
        texts.en(key, arguments),
        instance,
        errors(faults));
  }

  public List<Detail> errors(List<Fault> faults) {
    return faults.stream()
        .map(it ->
            new Detail(
                it.pointer(),
                texts.zh(it.key(), it.arguments().toArray()),
                texts.en(it.key(), it.arguments().toArray())))
        .toList();
  }

  /// The message key that says in general what a status means.
  static String key(int status) {
    if (status == 422) return "error.invalid";
    return KNOWN.contains(status) ? "error.status-" + status : "error.surprise";
  }

  /// The caller is another system and wants a document, not a page.
  static boolean forSystem(HttpServletRequest request) {
    return address(request).startsWith("/api/");
  }

  /// The address that was asked for, also where the error is answered at another.
  static String address(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }
}
