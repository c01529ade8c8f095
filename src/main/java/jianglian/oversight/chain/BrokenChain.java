package jianglian.oversight.chain;

import jianglian.web.Limit;
import jianglian.web.WaitingRows;
import jianglian.web.WorkItem;
import org.springframework.stereotype.Component;

/// A record that was changed waits for the auditor until a verification finds it whole again.
@Component
class BrokenChain implements WaitingRows {
  @Override
  public String select() {
    return """
    select '' as code, c.id, 'bin/jianglian verify' as subject, '' as detail, '' as counterpart, c.started_at as since
    from (select * from audit_check order by id desc limit 1) c
    where :keeper and jsonb_array_length(c.result -> 'findings') > 0
    """;
  }

  @Override
  public WorkItem item(Row row) {
    return new WorkItem(
        "audit.work.broken",
        row.subject(),
        row.detail(),
        row.counterpart(),
        "audit.work.look",
        "/audit/chain",
        Limit.NONE,
        row.since());
  }
}
