package jianglian.cases.introductions;

import jianglian.cases.CaseState;
import jianglian.web.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/// From where the case stands, this step cannot be recorded.
public class StepNotPossible extends Refusal {
  StepNotPossible(CaseState from, CaseState to) {
    super(
        409,
        "case.refusal.step",
        new DefaultMessageSourceResolvable(from.key()),
        new DefaultMessageSourceResolvable(to.key()));
  }
}
