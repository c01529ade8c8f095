package jianglian.matching.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which industries supply which, from China's input-output table 2020 (National Bureau of
/// Statistics, 42 sectors, inputs from home and abroad). `input-coefficients.csv` is made of the
/// table by `bin/input-coefficients`; `sectors.tsv` says which divisions of GB/T 4754-2017 a sector
/// holds, which is our own reading.
public final class SupplyRelation {
  /// From here on one is said to supply the other at all, and to be a main source.
  static final double SOME = 0.1;

  static final double MAIN = 0.5;

  /// A sector of the table, named as the Bureau names it.
  public record Sector(String code, String name, String nameEn, Set<String> divisions) {
    public String name(boolean chinese) {
      return chinese ? name : nameEn;
    }
  }

  /// That one sector supplies another, and how strongly.
  record Supply(Sector from, Sector to, double strength) {}

  private static final Map<String, Sector> SECTORS =
      lines("/matching/sectors.tsv")
          .map(it -> it.split("\t"))
          .map(it -> new Sector(it[0], it[1], it[2], Set.of(it[3].split(" "))))
          .collect(Collectors.toMap(Sector::code, it -> it, (one, _) -> one, LinkedHashMap::new));
  private static final Map<String, Sector> BY_DIVISION =
      SECTORS.values().stream()
          .flatMap(it -> it.divisions().stream().map(division -> Map.entry(division, it)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  private static final Map<String, Map<String, Double>> STRENGTHS = strengths(coefficients());

  private SupplyRelation() {}

  /// How much `from` supplies `to` (industries of GB/T 4754 by their codes, a division or below):
  /// what `to` takes from it for a yuan of output beyond what the average sector takes, as a share
  /// of the same for its strongest supplier but itself; 0 where it takes no more than others do, at
  /// most 1. Within a sector at most 0.5, since the table does not say who in it supplies whom.
  /// Null where a code lies in no sector.
  public static @Nullable Double strength(String from, String to) {
    var one = sector(from);
    var other = sector(to);
    return one == null || other == null ? null : strength(one, other);
  }

  /// The sector an industry belongs to.
  static @Nullable Sector sector(String industry) {
    return industry.length() < 2 ? null : BY_DIVISION.get(industry.substring(0, 2));
  }

  public static Sector named(String code) {
    return Objects.requireNonNull(SECTORS.get(code), code);
  }

  /// Divisions that supply one of these industries.
  public static Set<String> suppliers(Collection<String> industries) {
    return divisions(industries, (it, own) -> strength(it, own));
  }

  /// Divisions that one of these industries supplies.
  public static Set<String> customers(Collection<String> industries) {
    return divisions(industries, (it, own) -> strength(own, it));
  }

  /// The strongest supply between industries of these two; empty where no sector is known.
  static Optional<Supply> strongest(Collection<String> from, Collection<String> to) {
    return sectors(from)
        .flatMap(one -> sectors(to).map(other -> new Supply(one, other, strength(one, other))))
        .max(Comparator.comparingDouble(Supply::strength));
  }

  private static double strength(Sector from, Sector to) {
    var strength = STRENGTHS.getOrDefault(from.code(), Map.of()).getOrDefault(to.code(), 0.0);
    return from.equals(to) ? Math.min(MAIN, strength) : strength;
  }

  private interface Relation {
    double of(Sector other, Sector own);
  }

  private static Set<String> divisions(Collection<String> industries, Relation relation) {
    return SECTORS.values().stream()
        .filter(it -> sectors(industries).anyMatch(own -> relation.of(it, own) >= SOME))
        .flatMap(it -> it.divisions().stream())
        .collect(Collectors.toSet());
  }

  private static Stream<Sector> sectors(Collection<String> industries) {
    return industries.stream()
        .map(SupplyRelation::sector)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct();
  }

  private static Map<String, Map<String, Double>> strengths(Map<String, Map<String, Double>> put) {
    var strengths = new HashMap<String, Map<String, Double>>();
    for (var to : SECTORS.keySet()) {
      var beyond = new HashMap<String, Double>();
      put.forEach((from, row) -> beyond.put(from, Math.max(0, at(row, to) - average(row))));
      var strongest =
          beyond.entrySet().stream()
              .filter(it -> !it.getKey().equals(to))
              .mapToDouble(Map.Entry::getValue)
              .max()
              .orElse(0);
      if (strongest <= 0) continue;
      beyond.forEach((from, value) ->
          strengths
              .computeIfAbsent(from, _ -> new HashMap<>())
              .put(to, Math.min(1, value / strongest)));
    }
    return strengths;
  }

  private static double at(Map<String, Double> row, String to) {
    return row.getOrDefault(to, 0.0);
  }

  private static double average(Map<String, Double> row) {
    return row.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /// By the sector that gives, then by the one that takes.
  private static Map<String, Map<String, Double>> coefficients() {
    var lines = text("/matching/input-coefficients.csv").lines().map(it -> it.split(",")).toList();
    var to = lines.getFirst();
    var rows = new LinkedHashMap<String, Map<String, Double>>();
    for (var line : lines.subList(1, lines.size())) {
      var row = new LinkedHashMap<String, Double>();
      for (var i = 1; i < line.length; i++) row.put(to[i], Double.valueOf(line[i]));
      rows.put(line[0], row);
    }
    return rows;
  }

  private static Stream<String> lines(String resource) {
    return text(resource).lines().skip(1);
  }

  private static String text(String resource) {
    try (var in = SupplyRelation.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
