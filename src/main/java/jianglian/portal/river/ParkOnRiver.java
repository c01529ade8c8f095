package jianglian.portal.river;

import jianglian.web.Page;

/// A member park with what is open there now.
public record ParkOnRiver(
    String code,
    String shortName,
    String nameEn,
    String province,
    double longitude,
    double latitude,
    boolean founder,
    int needs,
    int offers,
    int policies) {

  /// As short as a map needs it: `Wuhan East Lake` of `Wuhan East Lake High-tech …`.
  public String called(Page page) {
    return page.either(
        shortName,
        nameEn.replaceFirst(" (Medical |New |National )?(High-tech|Area|District).*", ""));
  }

  int open() {
    return needs + offers;
  }
}
