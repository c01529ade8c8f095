package jianglian.publishing.review;

import jianglian.parks.CheckLimit;
import jianglian.web.WaitingRows;
import jianglian.web.WorkItem;
import org.springframework.stereotype.Component;

/// The review queue on the secretariat's work list.
@Component
class WaitingReleases implements WaitingRows {
  private static final String CHANGED = "changed";

  private final ReviewQueue queue;
  private final CheckLimit limit;

  WaitingReleases(ReviewQueue queue, CheckLimit limit) {
    this.queue = queue;
    this.limit = limit;
  }

  @Override
  public String select() {
    return """
    select case when r.state = 'in-review' then '' else 'changed' end as code, r.id, r.title as subject,
      coalesce(r.document_number, '') as detail, coalesce(p.short_name, '') as counterpart, r.updated_at as since
    from release r left join park p on p.id = r.park_id
    where :secretariat and\
    """
        + queue.condition();
  }

  @Override
  public WorkItem item(Row row) {
    return new WorkItem(
        row.code().equals(CHANGED) ? "work.release-changed" : "work.release-to-check",
        row.subject(),
        row.detail(),
        row.counterpart(),
        "work.release-to-check.act",
        "/review/releases#release-" + row.id(),
        limit.limit(),
        row.since());
  }
}
