package jianglian.parks.admission;

import java.time.OffsetDateTime;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.parks.CheckLimit;
import jianglian.parks.Organisations;
import jianglian.web.WaitingRows;
import jianglian.web.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AdmissionQueue implements WaitingRows {
  private final JdbcClient db;
  private final CheckLimit limit;

  AdmissionQueue(JdbcClient db, CheckLimit limit) {
    this.db = db;
    this.limit = limit;
  }

  /// Those of the actor's parks, longest waiting first; the secretariat sees all.
  List<Waiting> waiting(Actor actor) {
    return db.sql(
            """
            select o.*, k.short_name as park_name, (select count(*) from organisation n
              where n.name = o.name and n.id <> o.id and n.state in ('pending', 'admitted')) as namesakes
            from organisation o join park k on k.id = o.park_id
            where o.state = 'pending' and (o.park_id = any(:offices) or :all)
            order by o.created_at, o.id limit 200
            """)
        .param("offices", actor.officeOf().toArray(Long[]::new))
        .param("all", actor.readsAll())
        .query((row, n) ->
            new Waiting(
                Organisations.organisation(row, n),
                row.getString("park_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("namesakes")))
        .list();
  }

  @Override
  public String select() {
    return """
    select '' as code, o.id, o.name as subject,
      coalesce(o.uscc, o.foreign_country || ' ' || o.foreign_number, '') as detail, k.short_name as counterpart,
      o.created_at as since
    from organisation o join park k on k.id = o.park_id
    where o.state = 'pending' and o.park_id = any(:office)
    """;
  }

  @Override
  public WorkItem item(Row row) {
    return new WorkItem(
        "work.admission",
        row.subject(),
        row.detail(),
        row.counterpart(),
        "work.admission-act",
        "/admissions",
        limit.limit(),
        row.since());
  }
}
