package jianglian.parks;

import org.jspecify.annotations.Nullable;

/// What identifies an organisation. Nobody must have a number before being helped.
public sealed interface Registration {
  record Chinese(Uscc code) implements Registration {}

  /// `country` is a code of ISO 3166-1 alpha-2, `number` as that country's register writes it.
  record Foreign(String country, String number) implements Registration {}

  record NoneYet() implements Registration {}

  default @Nullable String uscc() {
    return this instanceof Chinese chinese ? chinese.code().code() : null;
  }

  default @Nullable String country() {
    return this instanceof Foreign foreign ? foreign.country() : null;
  }

  default @Nullable String number() {
    return this instanceof Foreign foreign ? foreign.number() : null;
  }

  /// The number itself, whoever gave it; empty when there is none yet.
  default String shown() {
    return switch (this) {
      case Chinese chinese -> chinese.code().code();
      case Foreign foreign -> foreign.country() + " " + foreign.number();
      case NoneYet _ -> "";
    };
  }

  /// From the columns of a row.
  static Registration of(@Nullable String uscc, @Nullable String country, @Nullable String number) {
    if (uscc != null) return new Chinese(new Uscc(uscc));
    if (country != null && number != null) return new Foreign(country, number);
    return new NoneYet();
  }
}
