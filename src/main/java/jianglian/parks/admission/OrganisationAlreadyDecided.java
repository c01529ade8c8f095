package jianglian.parks.admission;

import jianglian.web.Refusal;

/// Someone else was faster.
class OrganisationAlreadyDecided extends Refusal {
  OrganisationAlreadyDecided() {
    super(409, "admission.already-decided");
  }
}
