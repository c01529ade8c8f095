package jianglian.search.solr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// What can be checked of compose.yaml where no container engine is.
class ComposeTest {
  private static final Pattern PINNED = Pattern.compile("[a-z]+:\\d+\\.\\d+(\\.\\d+)?");
  private static final Pattern SOLR = Pattern.compile("<solr.version>([^<]+)</solr.version>");

  private final Map<String, Map<String, Object>> services = services();

  @Test
  void it_is_the_whole_and_every_image_is_pinned() {
    assertThat(named("zookeeper")).isEqualTo(3);
    assertThat(named("solr")).isEqualTo(2);
    assertThat(named("jianglian")).isEqualTo(2);
    assertThat(services).containsKeys("postgres", "proxy");
    assertThat(services.values())
        .allSatisfy(it -> assertThat(it.get("image").toString()).matches(PINNED));
  }

  @Test
  void solr_is_of_the_version_that_is_tested() throws IOException {
    var version = SOLR.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(services.get("solr-1").get("image")).isEqualTo("solr:" + version.group(1));
  }

  @Test
  void the_products_search_in_both_solr_nodes_and_every_volume_is_declared() {
    for (var product : new String[] {"jianglian-1", "jianglian-2"}) {
      var environment = environment(product);
      assertThat(environment).containsEntry("JIANGLIAN_SEARCH_ENGINE", "solr");
      assertThat(environment.get("JIANGLIAN_SEARCH_SOLR_URLS").toString())
          .contains("//solr-1:8983/solr", "//solr-2:8983/solr");
      assertThat(environment.get("SPRING_DATASOURCE_URL").toString()).contains("//postgres:5432/");
    }
    for (var id = 1; id <= 3; id++) {
      assertThat(environment("zookeeper-" + id)).containsEntry("ZOO_MY_ID", id);
    }
    var declared = ((Map<?, ?>) compose().get("volumes")).keySet();
    assertThat(services.values())
        .filteredOn(it -> it.get("volumes") != null)
        .allSatisfy(it ->
            assertThat((Iterable<?>) it.get("volumes"))
                .allMatch(volume -> declared.contains(volume.toString().split(":", 2)[0])));
  }

  private long named(String service) {
    Predicate<String> numbered = it -> it.matches(service + "-\\d");
    return services.keySet().stream().filter(numbered).count();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> environment(String service) {
    return (Map<String, Object>) services.get(service).get("environment");
  }

  private static Map<String, Object> compose() {
    try {
      return new Yaml().load(Files.readString(Path.of("compose.yaml")));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() {
    return (Map<String, Map<String, Object>>) compose().get("services");
  }
}
