package jianglian.identity;

import jianglian.audit.Actor;

/// Issues the tokens by which a park's own system speaks to the API.
public interface ParkTokens {
  /// A new token for the park's system called `name`; it is shown this once and never again.
  String issue(long park, String name, Actor actor);
}
