package jianglian.cases.introductions;

import jianglian.web.Refusal;

/// This side's officer has taken the case already.
public class SideAlreadyTaken extends Refusal {
  SideAlreadyTaken() {
    super(409, "case.refusal.taken");
  }
}
