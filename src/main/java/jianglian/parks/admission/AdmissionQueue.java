package jianglian.parks.admission;

import java.time.OffsetDateTime;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.parks.CheckLimit;
import jianglian.parks.Organisations;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AdmissionQueue implements WorkItems {
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
  public List<WorkItem> waitingFor(Actor actor) {
    if (actor.officeOf().isEmpty()) return List.of();
    return waiting(actor).stream()
        .filter(it -> actor.officeOf().contains(it.organisation().park()))
        .map(it ->
            new WorkItem(
                "work.admission",
                it.organisation().name(),
                it.organisation().registration().shown(),
                it.park(),
                "work.admission-act",
                "/admissions",
                limit.limit(),
                it.since()))
        .toList();
  }
}
