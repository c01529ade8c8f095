package jianglian.portal.river;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A river with its course downstream. The main one is the Yangtze; all others run to it.
record River(String name, boolean main, List<Place> course) {

  /// Degrees of longitude and latitude.
  record Place(double longitude, double latitude) {
    private static Place read(String pair) {
      var split = pair.indexOf(' ');
      return new Place(
          Double.parseDouble(pair.substring(0, split)),
          Double.parseDouble(pair.substring(split + 1)));
    }
  }

  /// The main course first.
  static final List<River> ALL = read("/portal/rivers.txt");

  private static List<River> read(String resource) {
    var in = Objects.requireNonNull(River.class.getResourceAsStream(resource), resource);
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(it -> !it.startsWith("#")).map(River::river).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static River river(String line) {
    var columns = line.split("\t", -1);
    var course = Arrays.stream(columns[2].split(",", -1)).map(Place::read).toList();
    return new River(columns[0], columns[1].equals("main"), course);
  }
}
