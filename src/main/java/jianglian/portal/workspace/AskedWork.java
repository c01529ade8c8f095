package jianglian.portal.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.web.WaitingRows;
import jianglian.web.WorkItem;
import jianglian.web.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits in all modules that can say so in SQL, asked at once.
@Component
class AskedWork implements WorkItems {
  private static final int MOST = 200;

  private final List<WaitingRows> modules;
  private final JdbcClient db;

  AskedWork(List<WaitingRows> modules, JdbcClient db) {
    this.modules = modules;
    this.db = db;
  }

  private String sql() {
    return IntStream.range(0, modules.size())
        .mapToObj(it -> "select %d as module, w.* from (%s) w".formatted(it, select(it)))
        .collect(Collectors.joining("\nunion all\n", "", "\norder by since limit " + MOST));
  }

  private String select(int module) {
    return modules.get(module).select();
  }

  @Override
  public List<WorkItem> waitingFor(Actor actor) {
    var keeper = actor.holdsAny(Role.AUDITOR, Role.SECRETARIAT_ADMINISTRATOR);
    if (actor.officeOf().isEmpty() && !actor.secretariat() && !keeper) return List.of();
    return db.sql(sql())
        .param("office", actor.officeOf().toArray(Long[]::new))
        .param("secretariat", actor.secretariat())
        .param("keeper", keeper)
        .query(this::item)
        .list();
  }

  private WorkItem item(ResultSet row, int number) throws SQLException {
    return modules
        .get(row.getInt("module"))
        .item(
            new WaitingRows.Row(
                row.getString("code"),
                row.getLong("id"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("counterpart"),
                row.getObject("since", OffsetDateTime.class).toInstant()));
  }
}
