package jianglian.parks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// The industry classification GB/T 4754-2017: sections (A to T), divisions (2 digits), groups (3)
/// and classes (4).
public final class Industries {
  public record Industry(String code, String name, int level, String parent, String section) {}

  private static final Map<String, Industry> BY_CODE =
      CodeTable.read(
          "/codes/industries.csv",
          it -> it[0],
          it -> new Industry(it[0], it[1], Integer.parseInt(it[2]), it[3], it[4]));

  private Industries() {}

  public static boolean exists(String code) {
    return BY_CODE.containsKey(code);
  }

  public static @Nullable Industry of(String code) {
    return BY_CODE.get(code);
  }

  /// The name, or the code itself when unknown.
  public static String name(String code) {
    var industry = BY_CODE.get(code);
    return industry == null ? code : industry.name();
  }

  /// The code and its ancestors below the section, the code first: 3491, 349, 34.
  public static List<String> path(String code) {
    var path = new ArrayList<String>();
    for (var at = BY_CODE.get(code); at != null && at.code().length() > 1; ) {
      path.add(at.code());
      at = BY_CODE.get(at.parent());
    }
    return path;
  }

  /// Codes of one level (1 section … 4 class) in the standard's order.
  public static List<Industry> level(int level) {
    return BY_CODE.values().stream().filter(it -> it.level() == level).toList();
  }

  /// Codes from what people type: codes or names, apart by 、，；, or line breaks. Refuses at
  /// `/industries` a word that is neither, naming what could be meant.
  public static List<String> read(String typed) {
    return Stream.of(Normalizer.normalize(typed, Normalizer.Form.NFKC).split("[、,;\\n\\r]+"))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(Industries::code)
        .distinct()
        .toList();
  }

  private static String code(String word) {
    if (BY_CODE.containsKey(word)) return word;
    var named = named(it -> it.equals(word), 1);
    if (!named.isEmpty()) return named.getFirst().code();
    var meant = named(it -> it.contains(word), 3);
    if (meant.isEmpty()) throw new InvalidInput("/industries", "industries.unknown", word);
    var names = meant.stream().map(Industry::name).collect(Collectors.joining("、"));
    throw new InvalidInput("/industries", "industries.meant", word, names);
  }

  /// The most general first.
  private static List<Industry> named(Predicate<String> name, int size) {
    return BY_CODE.values().stream()
        .filter(it -> name.test(it.name()))
        .sorted(Comparator.comparingInt(Industry::level))
        .limit(size)
        .toList();
  }
}
