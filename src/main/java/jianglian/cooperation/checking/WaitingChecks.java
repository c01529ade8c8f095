package jianglian.cooperation.checking;

import jianglian.parks.CheckLimit;
import jianglian.web.WaitingRows;
import jianglian.web.WorkItem;
import org.springframework.stereotype.Component;

/// Needs and offers to be checked, as rows of the work list.
@Component
class WaitingChecks implements WaitingRows {
  private final CheckLimit limit;

  WaitingChecks(CheckLimit limit) {
    this.limit = limit;
  }

  @Override
  public String select() {
    return """
    select l.side as code, l.id, l.title as subject, p.short_name as detail, coalesce(o.name, p.short_name) as counterpart,
      l.updated_at as since
    from listing l
    join park p on p.id = l.park_id
    left join organisation o on o.id = l.organisation_id
    where
    """
        + CheckQueue.WAITING;
  }

  @Override
  public WorkItem item(Row row) {
    return new WorkItem(
        "work.listing-to-check." + row.code(),
        row.subject(),
        row.detail(),
        row.counterpart(),
        "work.listing-to-check.act",
        "/review/listings#listing-" + row.id(),
        limit.limit(),
        row.since());
  }
}
