package jianglian.torture;

import jianglian.database.EmbeddedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Who feeds Solr and how far, read beside the products.
final class FeedingTable {
  private final JdbcClient db;

  FeedingTable(EmbeddedDatabase database) {
    this.db =
        JdbcClient.create(
            new DriverManagerDataSource(database.url(), database.user(), database.password()));
  }

  void addPark(String code) {
    db.sql(
            """
            insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
            values (:code, '测试高新技术产业开发区', '测试', 'Torture', 'ceshi', '420000', '420111', '武汉市', 114.4, 30.5, 'member')
            """)
        .param("code", code)
        .update();
  }

  String feeder() {
    return db.sql("select node from search_feeding").query(String.class).single();
  }

  String now() {
    return db.sql("select pg_current_snapshot()::text").query(String.class).single();
  }

  /// Whether the products may say that everything this snapshot saw can be found.
  boolean findable(String snapshot) {
    return db.sql(
            """
            select not exists (
              select from search_change
              where xid >= pg_snapshot_xmin(applied)
                and not pg_visible_in_snapshot(xid, applied)
                and pg_visible_in_snapshot(xid, :snapshot::pg_snapshot))
            from search_feeding where applied is not null
            """)
        .param("snapshot", snapshot)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }
}
