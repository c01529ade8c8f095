package jianglian.publishing.harvest;

import jianglian.parks.CheckLimit;
import jianglian.web.Limit;
import jianglian.web.WaitingRows;
import jianglian.web.WorkItem;
import org.springframework.stereotype.Component;

/// Feeds on the work list of their park's office: those whose proposals wait, and those that cannot
/// be read.
@Component
class WaitingProposals implements WaitingRows {
  private static final String UNREADABLE = "unreadable";

  private final CheckLimit limit;

  WaitingProposals(CheckLimit limit) {
    this.limit = limit;
  }

  @Override
  public String select() {
    return """
    select 'proposals' as code, s.id, s.name as subject, count(*)::text as detail, k.short_name as counterpart,
      min(p.found_at) as since
    from feed_source s
    join park k on k.id = s.park_id
    join feed_proposal p on p.source_id = s.id and p.state = 'open'
    where s.park_id = any(:office) and s.removed_at is null
    group by s.id, k.id
    union all
    select 'unreadable', s.id, s.name, s.failures::text, k.short_name, coalesce(s.last_success_at, s.created_at)
    from feed_source s
    join park k on k.id = s.park_id
    where s.park_id = any(:office) and s.removed_at is null and s.active and s.failures >= %d
    """
        .formatted(FeedSource.TELLING);
  }

  @Override
  public WorkItem item(Row row) {
    var unreadable = row.code().equals(UNREADABLE);
    return new WorkItem(
        unreadable ? "work.feed-unreadable" : "work.feed-proposals",
        row.subject(),
        "× " + row.detail(),
        row.counterpart(),
        unreadable ? "work.feed-unreadable.act" : "work.feed-proposals.act",
        "/park-interface/feeds/" + row.id(),
        unreadable ? Limit.NONE : limit.limit(),
        row.since());
  }
}
