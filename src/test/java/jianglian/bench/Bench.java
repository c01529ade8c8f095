package jianglian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/// The figures of one benchmark: a table for people while it runs, then one line of JSON with every
/// figure and, beside it, the raw bound measured in the same run and the target with whether it was
/// met.
public final class Bench {
  private final String[] arguments;
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final List<String> missed = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();

  private Bench(String[] arguments) {
    this.arguments = arguments;
  }

  public static Bench of(String... arguments) {
    var bench = new Bench(arguments);
    bench.row("figure", "ours", "bound", "ratio", "target");
    return bench;
  }

  /// The number after `--NAME`, or `otherwise`.
  public int option(String name, int otherwise) {
    var at = Arrays.asList(arguments).indexOf("--" + name);
    return at < 0 ? otherwise : Integer.parseInt(arguments[at + 1]);
  }

  /// A new folder below `target`, gone when the figures are printed.
  public Path folder(String name) {
    try {
      var folder = Files.createTempDirectory(Path.of("target"), "bench-" + name + "-");
      folders.add(folder);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Something that is no measure, such as how much was measured.
  public void fact(String name, Object value) {
    figures.put(name, value);
    row(name, String.valueOf(value), "", "", "");
  }

  /// What a generated corpus is like.
  public void corpus(Corpus corpus) {
    fact("texts_of", corpus.origin());
    fact("distinct_terms", corpus.distinctTerms());
    fact("duplicate_texts", corpus.duplicates());
  }

  /// Without a bound of its own.
  public void ours(String name, double value) {
    tell(name, new Figure(value));
  }

  /// Without a bound of its own, and not to exceed `most`.
  public void ours(String name, double value, double most) {
    tell(name, new Figure(value).atMost(most));
  }

  /// Something a second, or another figure of which more is better, that should reach `least` times
  /// its bound.
  public void rate(String name, double ours, double bound, double least) {
    tell(name, new Figure(ours).beside(bound, ours / bound).ratioAtLeast(least));
  }

  public void rate(String name, double ours, double bound) {
    tell(name, new Figure(ours).beside(bound, ours / bound));
  }

  /// Seconds, or another figure of which less is better.
  public void time(String name, double ours, double bound) {
    tell(name, new Figure(ours).beside(bound, bound / ours));
  }

  /// The same, not to exceed `most`.
  public void time(String name, double ours, double bound, double most) {
    tell(name, new Figure(ours).beside(bound, bound / ours).atMost(most));
  }

  public void latencies(String name, Times times) {
    ours(name + "_p50_ms", times.milliseconds(0.5));
    ours(name + "_p99_ms", times.milliseconds(0.99));
    ours(name + "_max_ms", times.milliseconds(1));
  }

  /// The same with what half of them and all but one in a hundred should not exceed, in
  /// milliseconds.
  public void latencies(String name, Times times, double half, double nearlyAll) {
    ours(name + "_p50_ms", times.milliseconds(0.5), half);
    ours(name + "_p99_ms", times.milliseconds(0.99), nearlyAll);
    ours(name + "_max_ms", times.milliseconds(1));
  }

  /// The last line; also a file of its own where `jianglian.bench.json` names one.
  public void print() {
    figures.put("missed", missed);
    System.out.println(missed.isEmpty() ? "every target met" : "missed: " + missed);
    var json = new JsonMapper().writeValueAsString(figures);
    try {
      for (var folder : folders) FileSystemUtils.deleteRecursively(folder);
      var file = System.getProperty("jianglian.bench.json");
      if (file != null) Files.writeString(Path.of(file), json);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    System.out.println(json);
  }

  private void tell(String name, Figure figure) {
    figures.put(name, figure.json());
    if (!figure.met()) missed.add(name);
    row(name, figure.ours(), figure.bound(), figure.ratio(), figure.target());
  }

  private void row(String name, String ours, String bound, String ratio, String target) {
    System.out.printf("%-36s %12s %12s %8s  %s%n", name, ours, bound, ratio, target);
  }
}
