package jianglian.parks.directory;

import java.util.List;
import java.util.Locale;
import jianglian.parks.Industries;
import jianglian.parks.Park;
import jianglian.parks.Regions;

/// A park in the list, with how many organisations it has admitted.
public record ParkRow(Park park, long organisations) {

  public String lead() {
    return park.industries().stream()
        .map(Industries::name)
        .limit(3)
        .reduce((a, b) -> a + "、" + b)
        .orElse("");
  }

  /// Found by any of its names, its city or province, its code, or its pinyin with or without
  /// spaces.
  boolean matches(String typed) {
    var word = typed.strip().toLowerCase(Locale.ROOT);
    var pinyin = word.replace(" ", "");
    return List.of(
                park.name(),
                park.shortName(),
                park.nameEn(),
                park.city(),
                Regions.name(park.province()),
                Regions.name(park.region()),
                park.code())
            .stream()
            .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(word))
        || park.pinyin().replace(" ", "").contains(pinyin);
  }

  /// One province's parks, from west to east.
  public record Province(String name, List<ParkRow> parks) {}
}
