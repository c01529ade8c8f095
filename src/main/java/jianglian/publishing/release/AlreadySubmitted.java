package jianglian.publishing.release;

import jianglian.web.Refusal;

class AlreadySubmitted extends Refusal {
  AlreadySubmitted() {
    super(409, "release.already-submitted");
  }
}
