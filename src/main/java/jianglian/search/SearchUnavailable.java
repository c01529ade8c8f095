package jianglian.search;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/// The search engine does not answer: a cluster of its own is away. Pages that need it say so
/// (503); what is in the tables stays where it is, and is found again when the engine is back.
public class SearchUnavailable extends RuntimeException implements ErrorResponse {
  public SearchUnavailable(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }

  @Override
  public HttpStatusCode getStatusCode() {
    return HttpStatus.SERVICE_UNAVAILABLE;
  }

  @Override
  public ProblemDetail getBody() {
    return ProblemDetail.forStatus(getStatusCode());
  }
}
