package jianglian.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ShutdownOrderTest {
  @Test
  void the_database_stops_after_everything_that_uses_it() {
    var postgres = Folders.prepared();
    var home = postgres.getParent();
    var pid = postgres.resolve("data/postmaster.pid");
    var context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("jianglian.home", home.toString())));
    context.register(Product.class);
    context.refresh();
    assertThat(pid).exists();
    var last = context.getBean(LastWord.class);
    context.close();
    assertThat(last.heard).containsExactly(1);
    assertThat(pid).doesNotExist();
    Folders.discard(postgres);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Home.class)
  @Import({HomeConfiguration.class, EmbeddedDatabaseConfiguration.class})
  static class Product {
    @Bean
    LastWord lastWord(DataSource database) {
      return new LastWord(JdbcClient.create(database), new ArrayList<>());
    }
  }

  record LastWord(JdbcClient db, List<Integer> heard) implements DisposableBean {
    @Override
    public void destroy() {
      heard.add(db.sql("select 1").query(Integer.class).single());
    }
  }
}
