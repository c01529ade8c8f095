package jianglian.cases.interests;

import jianglian.web.Refusal;

/// This side has asked and waits for an answer.
class InterestAlreadyExpressed extends Refusal {
  InterestAlreadyExpressed() {
    super(409, "interest.refusal.expressed");
  }
}
