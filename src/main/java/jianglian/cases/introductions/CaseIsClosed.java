package jianglian.cases.introductions;

import jianglian.web.Refusal;

/// A closed case takes no more acts.
public class CaseIsClosed extends Refusal {
  CaseIsClosed() {
    super(409, "case.refusal.closed");
  }
}
