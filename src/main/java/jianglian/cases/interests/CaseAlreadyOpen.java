package jianglian.cases.interests;

import jianglian.web.Refusal;

/// The two have an open case already.
class CaseAlreadyOpen extends Refusal {
  CaseAlreadyOpen(String number) {
    super(409, "interest.refusal.case-open", number);
  }
}
