package jianglian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The figures of one benchmark: a table for people while it runs, then one line of JSON with every
/// figure and, beside it, the raw bound measured in the same run.
public final class Bench {
  private final String[] arguments;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  private Bench(String[] arguments) {
    this.arguments = arguments;
  }

  public static Bench of(String... arguments) {
    return new Bench(arguments);
  }

  /// The number after `--NAME`, or `otherwise`.
  public int option(String name, int otherwise) {
    var at = Arrays.asList(arguments).indexOf("--" + name);
    return at < 0 ? otherwise : Integer.parseInt(arguments[at + 1]);
  }

  public void fact(String name, Object value) {
    figures.put(name, value);
    System.out.printf("%-40s %s%n", name, value);
  }

  /// Without a bound of its own.
  public void ours(String name, double value) {
    fact(name, Map.of("ours", round(value)));
  }

  /// Something a second, or another figure of which more is better.
  public void rate(String name, double ours, double bound) {
    against(name, ours, bound, ours / bound);
  }

  /// Seconds, or another figure of which less is better.
  public void time(String name, double ours, double bound) {
    against(name, ours, bound, bound / ours);
  }

  /// `p50`, `p99` and the longest of times in nanoseconds, shown in milliseconds.
  public void latencies(String name, long[] nanoseconds) {
    var sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    ours(name + "_p50_ms", sorted[sorted.length / 2] / 1e6);
    ours(name + "_p99_ms", sorted[(int) (sorted.length * 0.99)] / 1e6);
    ours(name + "_max_ms", sorted[sorted.length - 1] / 1e6);
  }

  /// What this process holds itself, and what it maps of files (index, libraries).
  public void memory(String when) {
    ours(when + "_rss_anon_mb", status("RssAnon") / 1e3);
    ours(when + "_rss_file_mb", status("RssFile") / 1e3);
  }

  /// The last line.
  public void print() {
    System.out.println(new JsonMapper().writeValueAsString(figures));
  }

  private void against(String name, double ours, double bound, double ratio) {
    var figure = new LinkedHashMap<String, Object>();
    figure.put("ours", round(ours));
    figure.put("bound", round(bound));
    figure.put("ratio", round(ratio));
    fact(name, figure);
  }

  private static long status(String field) {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(it -> it.startsWith(field + ":"))
          .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
          .sum();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
