package jianglian.cases.introductions;

import jianglian.cases.ClosingResult;
import jianglian.matching.CodedReason;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// How a case ended; who could not be reached or said no has a reason.
public record Closing(ClosingResult result, @Nullable CodedReason reason) {
  public Closing {
    if (result.needsReason() && reason == null) {
      throw new InvalidInput("/reason", "case.fault.reason-needed");
    }
    if (!result.needsReason() && reason != null) {
      throw new InvalidInput("/reason", "case.fault.reason-not-meant");
    }
  }
}
