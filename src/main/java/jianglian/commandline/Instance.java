package jianglian.commandline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import jianglian.Jianglian;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/// The instance that lives in a home, without its pages: what a command needs of it.
final class Instance implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Instance(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// No stereotype, so that the product itself does not find it.
  @ComponentScan({
    "jianglian.audit",
    "jianglian.database",
    "jianglian.chains",
    "jianglian.identity.clients"
  })
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

  /// The home for this process alone, with everything that hears of what is brought: the search
  /// index follows, and lists of matches are computed when the product serves again.
  static Instance whole(Path home) {
    var application =
        new SpringApplicationBuilder(Jianglian.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .initializers(Instance::lockFirst);
    return new Instance(
        application.run(
            "--jianglian.home=" + home.toAbsolutePath(),
            "--jianglian.demo=false",
            "--jianglian.matching.keep-lists=false",
            "--logging.threshold.console=off"));
  }

  /// The home is taken before anything opens a file in it, also where the database lies elsewhere.
  private static void lockFirst(ConfigurableApplicationContext context) {
    context.addBeanFactoryPostProcessor(it -> it.getBeanDefinition("homeLock").setLazyInit(false));
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

  /// The id of the park with this code.
  long park(String code) {
    return get(JdbcClient.class)
        .sql("select id from park where code = :code")
        .param("code", code)
        .query((row, _) -> row.getLong("id"))
        .optional()
        .orElseThrow(
            () -> new Failed("没有代码为 " + code + " 的园区。 / No park has the code " + code + "."));
  }

  Path home() {
    return get(Home.class).home();
  }

  @Override
  public void close() {
    context.close();
  }
}
