package jianglian.cooperation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jianglian.parks.Industries;
import jianglian.web.Fault;

/// What a listing about capital says beyond its words: an investor's thesis the stages and
/// instruments it invests in and the industries (GB/T 4754) it never does, a project its stage and
/// the instruments it accepts. Nothing named: all are welcome. The sum sought, or the ticket, is
/// the listing's amount.
public record Financing(List<Stage> stages, List<Instrument> instruments, List<String> exclusions) {
  public static final Financing NONE = new Financing(List.of(), List.of(), List.of());
  private static final int MOST_EXCLUSIONS = 20;

  public Financing {
    stages = stages.stream().distinct().sorted().toList();
    instruments = instruments.stream().distinct().sorted().toList();
    exclusions = exclusions.stream().distinct().toList();
  }

  /// From codes that were checked before.
  public static Financing of(
      List<String> stages, List<String> instruments, List<String> exclusions) {
    return new Financing(
        stages.stream().map(Stage::of).toList(),
        instruments.stream().map(Instrument::of).toList(),
        exclusions);
  }

  public boolean named() {
    return !equals(NONE);
  }

  public List<String> stageCodes() {
    return stages.stream().map(Stage::code).toList();
  }

  public List<String> instrumentCodes() {
    return instruments.stream().map(Instrument::code).toList();
  }

  /// The excluded industries as codes that others carry: a section stands for its divisions.
  public Set<String> excludedCodes() {
    var codes = new LinkedHashSet<String>();
    exclusions.stream().flatMap(Financing::carried).forEach(codes::add);
    return codes;
  }

  private static Stream<String> carried(String code) {
    if (code.length() > 1) return Stream.of(code);
    return Industries.level(2).stream()
        .filter(it -> it.section().equals(code))
        .map(Industries.Industry::code);
  }

  List<Fault> faults(ListingType type) {
    var faults = new ArrayList<Fault>();
    if (type != ListingType.CAPITAL) {
      if (!stages.isEmpty()) faults.add(Fault.at("/stages", "listing.fault.only-capital"));
      if (!instruments.isEmpty()) {
        faults.add(Fault.at("/instruments", "listing.fault.only-capital"));
      }
      if (!exclusions.isEmpty()) faults.add(Fault.at("/exclusions", "listing.fault.only-capital"));
    }
    if (exclusions.size() > MOST_EXCLUSIONS) {
      faults.add(Fault.at("/exclusions", "listing.fault.too-many", MOST_EXCLUSIONS));
    }
    for (var i = 0; i < exclusions.size(); i++) {
      if (!Industries.exists(exclusions.get(i))) {
        faults.add(Fault.at("/exclusions/" + i, "listing.fault.unknown-code", exclusions.get(i)));
      }
    }
    return faults;
  }
}
