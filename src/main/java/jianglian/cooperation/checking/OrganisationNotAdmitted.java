package jianglian.cooperation.checking;

import jianglian.web.Refusal;

/// What an organisation brings becomes public only after its park has admitted it.
class OrganisationNotAdmitted extends Refusal {
  OrganisationNotAdmitted() {
    super(409, "listing.refusal.not-admitted");
  }
}
