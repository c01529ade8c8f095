package jianglian.search.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lines of a word list that ships with the product, without comments and empty ones.
final class Lines {
  private Lines() {}

  static List<String> of(String resource) {
    try (var in = Lines.class.getResourceAsStream(resource)) {
      if (in == null) return List.of();
      return telling(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<String> telling(String text) {
    return text.lines()
        .map(String::strip)
        .filter(it -> !it.isEmpty() && !it.startsWith("#"))
        .toList();
  }
}
