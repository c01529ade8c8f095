package jianglian.matching.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The model as it is written down: readable, with where its weights come from and how well it did.
/// `source` of a feature is `fitted` (from labels) or `set` (by judgement, until labels tell).
public record ModelFile(
    String name,
    String date,
    String data,
    String method,
    Map<String, Double> figures,
    double intercept,
    List<Line> features) {
  private static final String SHIPPED = "model";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public record Line(String name, double weight, double mean, double scale, String source) {}

  /// The one of needs and offers.
  public static ModelFile shipped() {
    return shipped(SHIPPED);
  }

  /// The one of another pairing, or of several that share it, by its name.
  public static ModelFile shipped(String name) {
    var resource = "/matching/" + name + ".json";
    try (var in = ModelFile.class.getResourceAsStream(resource)) {
      return read(Objects.requireNonNull(in, resource));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static ModelFile read(InputStream in) {
    return JSON.readValue(in, ModelFile.class);
  }

  public String text() {
    return JSON.writeValueAsString(this);
  }

  public Model model() {
    var weights = new LinkedHashMap<Feature, Model.Weight>();
    for (var line : features) {
      var feature =
          Feature.find(line.name())
              .orElseThrow(() -> new IllegalArgumentException("no such feature: " + line.name()));
      weights.put(feature, new Model.Weight(line.weight(), line.mean(), line.scale()));
    }
    return new Model(name, intercept, weights);
  }

  public @Nullable Line line(Feature feature) {
    return features.stream()
        .filter(it -> it.name().equals(feature.code()))
        .findFirst()
        .orElse(null);
  }

  @Configuration(proxyBeanMethods = false)
  static class Shipping {
    @Bean
    Model matchingModel() {
      return shipped().model();
    }
  }
}
