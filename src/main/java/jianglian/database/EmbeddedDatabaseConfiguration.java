package jianglian.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Used when no `spring.datasource.url` names an external PostgreSQL.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = "spring.datasource.url",
    havingValue = "embedded",
    matchIfMissing = true)
class EmbeddedDatabaseConfiguration {

  /// A command works beside the running product and so needs neither the home for itself nor a
  /// server of its own.
  @Bean
  EmbeddedDatabase embeddedDatabase(
      Home home,
      ObjectProvider<FolderLock> homeLock,
      @Value("${jianglian.database.join:false}") boolean join) {
    var folder = home.folder("postgres");
    if (join) return EmbeddedDatabase.join(folder);
    homeLock.getObject();
    return EmbeddedDatabase.start(folder);
  }

  @Bean
  HikariDataSource dataSource(EmbeddedDatabase database) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.url() + "?reWriteBatchedInserts=true");
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(24);
    return pool;
  }
}
