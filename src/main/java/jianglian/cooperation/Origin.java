package jianglian.cooperation;

import jianglian.audit.Actor;

/// In whose name a listing is brought or checked: that decides which checks it has behind it.
public enum Origin {
  FIRM,
  PARK,
  ALLIANCE;

  /// The part an actor plays for a listing of that park.
  public static Origin of(Actor actor, long park) {
    if (actor instanceof Actor.Job || actor.secretariat()) return ALLIANCE;
    return actor.officeOf().contains(park) ? PARK : FIRM;
  }
}
