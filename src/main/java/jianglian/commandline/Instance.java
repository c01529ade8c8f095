package jianglian.commandline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import jianglian.database.Home;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The instance that lives in a home, without pages, jobs and search: what a command needs of it.
final class Instance implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Instance(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// No stereotype, so that the product itself does not find it.
  @ComponentScan({"jianglian.audit", "jianglian.database", "jianglian.identity.clients"})
  @ConfigurationPropertiesScan("jianglian.database")
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  static class Parts {
    @Bean
    Clock clock() {
      return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
  }

  /// For reading and small acts; the product may be running on the same home. `migrate` brings the
  /// tables to this program's version.
  static Instance join(Path home, boolean migrate) {
    return open(home, true, migrate);
  }

  /// The home for this process alone, with the tables as they are.
  static Instance alone(Path home) {
    return open(home, false, false);
  }

  private static Instance open(Path home, boolean join, boolean migrate) {
    var application =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true);
    // As arguments, since these overrule application.yaml.
    return new Instance(
        application.run(
            "--jianglian.home=" + home.toAbsolutePath(),
            "--jianglian.database.join=" + join,
            "--spring.flyway.enabled=" + migrate,
            "--logging.threshold.console=off"));
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  Path home() {
    return get(Home.class).home();
  }

  @Override
  public void close() {
    context.close();
  }
}
