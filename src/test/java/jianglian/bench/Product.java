package jianglian.bench;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jianglian.Jianglian;
import jianglian.search.SearchEngine;
import jianglian.world.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// The product in this process as it is shipped: with a home and a PostgreSQL of its own, and
/// without what the tests beside it on the class path would add.
final class Product {
  private Product() {}

  static ConfigurableApplicationContext start(Path home, String... options) {
    return start(home, _ -> {}, options);
  }

  /// `more` may register beans before the product's own.
  static ConfigurableApplicationContext start(
      Path home, Consumer<GenericApplicationContext> more, String... options) {
    return application(Jianglian.class)
        .initializers(it -> prepare((GenericApplicationContext) it, more))
        .run(
            Stream.concat(
                    Stream.of("--jianglian.home=" + home, "--server.port=0"), Stream.of(options))
                .toArray(String[]::new));
  }

  /// An engine that tells what it was asked.
  static void overheard(GenericApplicationContext context) {
    context.registerBean(
        Overheard.class,
        () ->
            new Overheard(
                context.getBean("jianglian.search.lucene.LuceneEngine", SearchEngine.class)),
        it -> it.setPrimary(true));
  }

  static SpringApplicationBuilder application(Class<?> source) {
    var builder = new SpringApplicationBuilder(source);
    var application = builder.application();
    application.setInitializers(
        application.getInitializers().stream()
            .filter(it -> !(it instanceof TestDatabase))
            .toList());
    return builder;
  }

  static int port(ConfigurableApplicationContext app) {
    return app.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static void prepare(
      GenericApplicationContext context, Consumer<GenericApplicationContext> more) {
    context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
    more.accept(context);
  }

  private static final class WithoutTests extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
      return reader.getAnnotationMetadata().isAnnotated(TestComponent.class.getName());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WithoutTests;
    }

    @Override
    public int hashCode() {
      return WithoutTests.class.hashCode();
    }
  }
}
