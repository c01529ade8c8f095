package jianglian.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Lets a failed start end with two sentences instead of a stack trace.
class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> {
  @Override
  protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.hint(), cause);
  }
}
