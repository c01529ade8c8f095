package jianglian.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/// The demo's content as it was written: YAML lists under `demo/` on the class path.
@Component
class DemoFiles {
  private final JsonMapper json;

  DemoFiles(JsonMapper json) {
    this.json = json;
  }

  /// All entries of the files that match, such as `listings-*.yaml`, in the order of their names.
  <T> List<T> read(String pattern, Class<T> type) {
    try {
      var entries = new ArrayList<T>();
      for (var file :
          new PathMatchingResourcePatternResolver().getResources("classpath:demo/" + pattern)) {
        try (var in = file.getInputStream()) {
          List<Object> list = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
          for (var entry : list) entries.add(json.convertValue(entry, type));
        }
      }
      return entries;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
