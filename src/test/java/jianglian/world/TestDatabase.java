package jianglian.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import jianglian.database.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// One real PostgreSQL per test run, one fresh database and home folder per Spring context.
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final class Server {
    static final Path FOLDER = Path.of("target", "test-" + ProcessHandle.current().pid());
    static final EmbeddedDatabase DATABASE = start();

    private static EmbeddedDatabase start() {
      var database = EmbeddedDatabase.start(FOLDER.resolve("postgres"));
      SpringApplication.getShutdownHandlers().add(() -> stop(database));
      return database;
    }

    private static void stop(EmbeddedDatabase database) {
      database.close();
      try {
        FileSystemUtils.deleteRecursively(FOLDER);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context.getEnvironment().getProperty("spring.datasource.url") != null) return;
    try {
      var home = Files.createTempDirectory(Server.FOLDER, "home-");
      TestPropertyValues.of(
              "spring.datasource.url=" + url(),
              "spring.datasource.username=" + Server.DATABASE.user(),
              "spring.datasource.password=" + Server.DATABASE.password(),
              "jianglian.home=" + home,
              "jianglian.page-cache.life=0s")
          .applyTo(context);
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// The address of a new, empty database.
  private static String url() throws SQLException {
    var name = "world" + COUNT.incrementAndGet();
    try (var connection =
            DriverManager.getConnection(
                Server.DATABASE.url(), Server.DATABASE.user(), Server.DATABASE.password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return Server.DATABASE.url(name) + "?reWriteBatchedInserts=true";
  }
}
