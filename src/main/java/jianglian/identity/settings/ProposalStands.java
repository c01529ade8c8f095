package jianglian.identity.settings;

import jianglian.web.Refusal;

/// One change of a setting is decided before the next is proposed.
class ProposalStands extends Refusal {
  ProposalStands() {
    super(409, "settings.proposal-stands");
  }
}
