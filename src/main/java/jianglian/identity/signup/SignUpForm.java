package jianglian.identity.signup;

import java.util.Objects;
import jianglian.parks.Identification;
import org.jspecify.annotations.Nullable;

/// The sign-up form as it was typed; `name` is the organisation's, `person` one's own.
public record SignUpForm(
    @Nullable String park,
    @Nullable String name,
    @Nullable String kind,
    @Nullable String uscc,
    @Nullable String country,
    @Nullable String number,
    @Nullable String person,
    @Nullable String email,
    @Nullable String password) {
  static SignUpForm in(String park) {
    return new SignUpForm(park, "", null, "", "", "", "", "", "");
  }

  Identification.Typed identification() {
    return new Identification.Typed(name, kind, uscc, country, number);
  }

  static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }
}
