package jianglian.parks.joining;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jianglian.parks.Regions;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;

/// A park about to be added, with everything checked that can be without looking at the others.
record NewPark(
    String code,
    String name,
    String shortName,
    String nameEn,
    String region,
    double longitude,
    double latitude,
    boolean founder) {
  private static final Pattern CODE = Pattern.compile("[0-9]{8}|L[0-9]{3,7}");

  /// As typed into the form or one line of a table.
  record Typed(
      String code,
      String name,
      String shortName,
      String nameEn,
      String region,
      String longitude,
      String latitude,
      boolean founder) {}

  /// Refuses with every field at fault.
  static NewPark of(Typed typed) {
    var faults = new ArrayList<Fault>();
    var code = fold(typed.code()).toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) faults.add(Fault.at("/code", "park.code-malformed"));
    var name = line("/name", typed.name(), 60, faults);
    var shortName = line("/shortName", typed.shortName(), 20, faults);
    var english = fold(typed.nameEn());
    if (english.length() > 120) faults.add(Fault.at("/nameEn", "park.line-malformed", 120));
    var region = Regions.find(fold(typed.region()));
    if (region.isEmpty()) faults.add(Fault.at("/region", "park.region-unknown"));
    var longitude = degrees("/longitude", typed.longitude(), 180, faults);
    var latitude = degrees("/latitude", typed.latitude(), 90, faults);
    if (region.isEmpty() || !faults.isEmpty()) throw new InvalidInput(faults);
    return new NewPark(
        code,
        name,
        shortName,
        english.isEmpty() ? Pinyin.words(shortName) : english,
        region.get().code(),
        longitude,
        latitude,
        typed.founder());
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private static String line(String pointer, String typed, int longest, List<Fault> faults) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    if (text.isEmpty()
        || text.length() > longest
        || text.chars().anyMatch(Character::isISOControl)) {
      faults.add(Fault.at(pointer, "park.line-malformed", longest));
    }
    return text;
  }

  private static double degrees(String pointer, String typed, int most, List<Fault> faults) {
    try {
      var degrees = Double.parseDouble(fold(typed));
      if (Math.abs(degrees) <= most) return degrees;
    } catch (NumberFormatException notNumber) {
      // told below, as one out of range is
    }
    faults.add(Fault.at(pointer, "park.degrees-malformed", most));
    return 0;
  }
}
