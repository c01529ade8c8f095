package jianglian.publishing.release;

import jianglian.web.Refusal;

class StillValid extends Refusal {
  StillValid() {
    super(409, "release.still-valid");
  }
}
