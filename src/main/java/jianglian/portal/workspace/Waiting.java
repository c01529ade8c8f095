package jianglian.portal.workspace;

import jianglian.liaison.TimeLeft;
import jianglian.web.WorkItem;
import org.jspecify.annotations.Nullable;

/// A row of the work list with what its clock shows; `left` is null where there is no limit.
public record Waiting(WorkItem item, @Nullable TimeLeft left) {
  public boolean pressing() {
    return left != null && (left.late() || left.workingDays() == 0);
  }
}
