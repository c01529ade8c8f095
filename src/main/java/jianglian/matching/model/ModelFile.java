package jianglian.matching.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The model as it is written down: readable, with where its weights come from and how well it did.
/// `source` of a feature is `fitted` (from labels) or `set` (by judgement, until labels tell).
public record ModelFile(
    @Nullable Integer version,
    String name,
    String date,
    String data,
    String method,
    Map<String, Double> figures,
    double intercept,
    List<Line> features) {
  /// The form of the file; what is fitted for another is refused.
  public static final int VERSION = 1;

  private static final String SHIPPED = "model";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public ModelFile(
      String name,
      String date,
      String data,
      String method,
      Map<String, Double> figures,
      double intercept,
      List<Line> features) {
    this(VERSION, name, date, data, method, figures, intercept, features);
  }

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

  /// Refuses with [ModelRefused] what is damaged, of another version or not a model.
  public static ModelFile read(InputStream in) {
    return checked(() -> JSON.readValue(in, ModelFile.class));
  }

  public static ModelFile read(String text) {
    return checked(() -> JSON.readValue(text, ModelFile.class));
  }

  private static ModelFile checked(Supplier<@Nullable ModelFile> reading) {
    try {
      var file = reading.get();
      if (file == null) throw new IllegalArgumentException("it is empty");
      file.check();
      return file;
    } catch (JacksonException | IllegalArgumentException damaged) {
      throw new ModelRefused(damaged);
    }
  }

  private void check() {
    if (version == null || version != VERSION) {
      throw new IllegalArgumentException("its version is " + version + " and not " + VERSION);
    }
    if (Stream.of(name, date, data, method, figures, features).anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a part is missing");
    }
    if (!Double.isFinite(intercept))
      throw new IllegalArgumentException("its intercept is " + intercept);
    if (features.isEmpty()) throw new IllegalArgumentException("it has no features");
    if (model().weights().size() < features.size()) {
      throw new IllegalArgumentException("a feature stands in it twice");
    }
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
}
