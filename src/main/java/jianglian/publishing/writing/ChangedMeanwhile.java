package jianglian.publishing.writing;

import jianglian.publishing.release.Release;
import jianglian.web.Refusal;

/// Someone else changed the release since the form was opened; nothing was written over theirs.
class ChangedMeanwhile extends Refusal {
  private final transient Release now;

  ChangedMeanwhile(Release now) {
    super(409, "release.changed-meanwhile");
    this.now = now;
  }

  Release now() {
    return now;
  }
}
