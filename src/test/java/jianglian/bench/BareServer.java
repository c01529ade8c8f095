package jianglian.bench;

import java.nio.file.Path;
import jianglian.database.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// The same server with nothing on it but [Hello]: no sign-in, no pages, no cache.
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
@Import(Hello.class)
final class BareServer {
  private BareServer() {}

  static ConfigurableApplicationContext start(int port) {
    return Product.application(BareServer.class)
        .run(
            "--spring.config.name=bare",
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--spring.threads.virtual.enabled=true",
            "--spring.main.banner-mode=off",
            "--logging.level.root=error");
  }

  /// In a process of its own, after a PostgreSQL on the folder given first; the port is the second.
  static void main(String[] arguments) {
    var database = EmbeddedDatabase.start(Path.of(arguments[0]));
    SpringApplication.getShutdownHandlers().add(database::close);
    start(Integer.parseInt(arguments[1]));
  }
}
