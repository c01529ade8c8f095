package jianglian.identity.firstrun;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether nobody has an account here yet. Once someone has, that is never asked again.
@Component
public class FirstRun {
  private final JdbcClient db;
  private volatile boolean over;

  FirstRun(JdbcClient db) {
    this.db = db;
  }

  public boolean pending() {
    if (!over) {
      over = db.sql("select exists (select from account)").query(Boolean.class).single();
    }
    return !over;
  }
}
