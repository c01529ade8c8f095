package jianglian.parks.joining;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form as it was typed; a field that is missing is empty.
public record ParkForm(
    @Nullable String code,
    @Nullable String name,
    @Nullable String shortName,
    @Nullable String nameEn,
    @Nullable String region,
    @Nullable String longitude,
    @Nullable String latitude,
    boolean founder) {
  static final ParkForm EMPTY = new ParkForm("", "", "", "", "", "", "", true);

  NewPark.Typed typed() {
    return new NewPark.Typed(
        text(code),
        text(name),
        text(shortName),
        text(nameEn),
        text(region),
        text(longitude),
        text(latitude),
        founder);
  }

  private static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }
}
