package jianglian.publishing.release;

import jianglian.web.Refusal;

class CannotMergeInto extends Refusal {
  CannotMergeInto() {
    super(409, "release.cannot-merge-into");
  }
}
