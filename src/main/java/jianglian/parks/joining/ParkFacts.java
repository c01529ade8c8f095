package jianglian.parks.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jianglian.parks.Industries;
import jianglian.parks.Website;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// What a park says about itself, checked.
record ParkFacts(
    @Nullable String website, String introduction, String introductionEn, List<String> industries) {
  private static final int LONGEST = 3000;

  static ParkFacts of(ParkFactsForm form) {
    var faults = new ArrayList<Fault>();
    var typed = Objects.requireNonNullElse(form.website(), "").strip();
    var website = Website.of(typed).map(Website::address).orElse(null);
    if (website == null && !typed.isEmpty())
      faults.add(Fault.at("/website", "profile.website-malformed"));
    var introduction = text("/introduction", form.introduction(), faults);
    var english = text("/introductionEn", form.introductionEn(), faults);
    var industries = industries(form.industries(), faults);
    if (!faults.isEmpty()) throw new InvalidInput(faults);
    return new ParkFacts(website, introduction, english, industries);
  }

  private static String text(String pointer, @Nullable String typed, List<Fault> faults) {
    var text = Objects.requireNonNullElse(typed, "").strip();
    if (text.length() > LONGEST) faults.add(Fault.at(pointer, "profile.too-long", LONGEST));
    return text;
  }

  private static List<String> industries(@Nullable String typed, List<Fault> faults) {
    try {
      return Industries.read(Objects.requireNonNullElse(typed, ""));
    } catch (InvalidInput invalid) {
      faults.addAll(invalid.faults());
      return List.of();
    }
  }
}
