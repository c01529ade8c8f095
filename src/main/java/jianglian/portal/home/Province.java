package jianglian.portal.home;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.parks.Regions;
import jianglian.portal.river.ParkOnRiver;
import jianglian.web.Page;

/// The members of one province or municipality, from west to east.
public record Province(String code, List<ParkOnRiver> parks) {
  private static final Set<String> KNOWN =
      Set.of(
          "310000", "320000", "330000", "340000", "360000", "420000", "430000", "500000", "510000",
          "520000", "530000");

  /// Those with most members first.
  static List<Province> of(List<ParkOnRiver> parks) {
    return parks.stream().collect(Collectors.groupingBy(ParkOnRiver::province)).entrySet().stream()
        .map(it -> new Province(it.getKey(), it.getValue()))
        .sorted(
            Comparator.comparingInt((Province it) -> -it.parks().size())
                .thenComparing(Province::code))
        .toList();
  }

  /// In short where we have a word for it, else as the official code table calls it.
  public String name(Page page) {
    return KNOWN.contains(code) ? page.text("province." + code) : Regions.name(code);
  }
}
