package jianglian.cases.introductions;

import jianglian.web.Refusal;

/// There is no substitute to hand over to.
public class NoSubstitute extends Refusal {
  NoSubstitute() {
    super(409, "case.refusal.no-substitute");
  }
}
