package jianglian.parks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The administrative divisions of GB/T 2260: provinces, cities and districts by six-digit code.
public final class Regions {
  public record Region(String code, String name, String level) {}

  private static final Map<String, Region> BY_CODE =
      CodeTable.read("/codes/regions.csv", it -> it[0], it -> new Region(it[0], it[1], it[2]));

  private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

  private Regions() {}

  public static boolean exists(String code) {
    return BY_CODE.containsKey(code);
  }

  public static @Nullable Region of(String code) {
    return BY_CODE.get(code);
  }

  /// The name, or the code itself when unknown.
  public static String name(String code) {
    var region = BY_CODE.get(code);
    return region == null ? code : region.name();
  }

  /// The province a code lies in: 420111 in 420000.
  public static String province(String code) {
    return code.substring(0, 2) + "0000";
  }

  /// In the standard's order.
  public static List<Region> all() {
    return List.copyOf(BY_CODE.values());
  }

  public static List<Region> provinces() {
    return BY_CODE.values().stream().filter(it -> it.level().equals("province")).toList();
  }

  /// The city a code lies in, as people call it: 420111 in 武汉市, 310115 in 上海市, 429004 in 仙桃市.
  public static String city(String code) {
    var city = BY_CODE.get(code.substring(0, 4) + "00");
    if (city != null && !city.name().contains("直辖")) return city.name();
    return MUNICIPALITIES.contains(code.substring(0, 2)) ? name(province(code)) : name(code);
  }

  /// By code or by name; empty when there is none, or more than one of that name.
  public static Optional<Region> find(String typed) {
    var word = typed.strip();
    if (BY_CODE.containsKey(word)) return Optional.ofNullable(BY_CODE.get(word));
    var named = BY_CODE.values().stream().filter(it -> it.name().equals(word)).limit(2).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }
}
