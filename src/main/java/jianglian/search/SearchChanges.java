package jianglian.search;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells the index, in the transaction that changes them, which rows to read again.
@Component
public class SearchChanges {
  private final JdbcClient db;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final TransactionSynchronization afterCommit =
      new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          listeners.forEach(Runnable::run);
        }
      };

  SearchChanges(JdbcClient db) {
    this.db = db;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(String kind, long id) {
    changed(kind, List.of(id));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(String kind, Collection<Long> ids) {
    if (ids.isEmpty()) return;
    db.sql("insert into search_change (kind, id) select :kind, unnest(:ids)")
        .param("kind", kind)
        .param("ids", ids.toArray(Long[]::new))
        .update();
    // The set of synchronizations keeps one of each, however many rows change.
    TransactionSynchronizationManager.registerSynchronization(afterCommit);
  }

  /// Runs `listener` after each commit of changes made in this process; other nodes' commits are
  /// only seen by reading the log.
  public void whenCommitted(Runnable listener) {
    listeners.add(listener);
  }
}
