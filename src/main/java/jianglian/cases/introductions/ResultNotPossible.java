package jianglian.cases.introductions;

import jianglian.cases.CaseState;
import jianglian.cases.ClosingResult;
import jianglian.web.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/// From where the case stands, it cannot end like this.
public class ResultNotPossible extends Refusal {
  ResultNotPossible(CaseState from, ClosingResult result) {
    super(
        409,
        "case.refusal.result",
        new DefaultMessageSourceResolvable(from.key()),
        new DefaultMessageSourceResolvable(result.key()));
  }
}
