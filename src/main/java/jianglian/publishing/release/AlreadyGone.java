package jianglian.publishing.release;

import jianglian.web.Refusal;

class AlreadyGone extends Refusal {
  AlreadyGone() {
    super(409, "release.already-gone");
  }
}
