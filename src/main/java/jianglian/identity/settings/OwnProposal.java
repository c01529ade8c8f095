package jianglian.identity.settings;

import jianglian.web.Refusal;

/// A change is confirmed by a second person of another founding park.
class OwnProposal extends Refusal {
  OwnProposal() {
    super(409, "settings.own-proposal");
  }
}
