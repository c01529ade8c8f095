package jianglian.parks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// What an organisation is called and registered as. Whoever has no number yet gives none.
public record Identification(String name, OrganisationKind kind, Registration registration) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NUMBER = 40;
  private static final Set<String> COUNTRIES = Set.copyOf(List.of(Locale.getISOCountries()));

  /// As it was typed; what is missing is empty.
  public record Typed(
      @Nullable String name,
      @Nullable String kind,
      @Nullable String uscc,
      @Nullable String country,
      @Nullable String number) {}

  /// Refuses with every field at fault.
  public static Identification of(Typed typed) {
    var faults = new ArrayList<Fault>();
    var name = name(typed.name(), faults);
    var kind = OrganisationKind.from(text(typed.kind()));
    if (kind.isEmpty()) faults.add(Fault.at("/kind", "organisation.kind-missing"));
    var registration = registration(typed, faults);
    if (kind.isEmpty() || !faults.isEmpty()) throw new InvalidInput(faults);
    return new Identification(name, kind.get(), registration);
  }

  private static String name(@Nullable String typed, List<Fault> faults) {
    var name = text(typed).replace('(', '（').replace(')', '）');
    if (name.length() < 2
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      faults.add(Fault.at("/name", "organisation.name-malformed", LONGEST_NAME));
    }
    return name;
  }

  private static Registration registration(Typed typed, List<Fault> faults) {
    var uscc = text(typed.uscc());
    var number = text(typed.number());
    if (!uscc.isEmpty()) {
      if (!number.isEmpty()) faults.add(Fault.at("/number", "organisation.two-registrations"));
      return Uscc.of(uscc)
          .<Registration>map(Registration.Chinese::new)
          .orElseGet(() -> wrong("/uscc", "organisation.uscc-wrong", faults));
    }
    if (number.isEmpty()) return new Registration.NoneYet();
    if (number.length() > LONGEST_NUMBER) wrong("/number", "organisation.number-too-long", faults);
    var country = text(typed.country()).toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(country))
      return wrong("/country", "organisation.country-missing", faults);
    return new Registration.Foreign(country, number);
  }

  private static Registration wrong(String pointer, String key, List<Fault> faults) {
    faults.add(Fault.at(pointer, key));
    return new Registration.NoneYet();
  }

  /// Full-width letters and digits are folded.
  private static String text(@Nullable String typed) {
    return Normalizer.normalize(Objects.requireNonNullElse(typed, ""), Normalizer.Form.NFKC)
        .strip();
  }
}
