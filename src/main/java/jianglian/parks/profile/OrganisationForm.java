package jianglian.parks.profile;

import jianglian.parks.Identification;
import org.jspecify.annotations.Nullable;

/// The form of an organisation's profile as it was typed.
public record OrganisationForm(
    @Nullable String name,
    @Nullable String kind,
    @Nullable String uscc,
    @Nullable String country,
    @Nullable String number,
    @Nullable String region,
    @Nullable String founded,
    @Nullable String employees,
    @Nullable String industries,
    @Nullable String qualifications,
    @Nullable String website,
    @Nullable String introduction,
    @Nullable String contactName,
    @Nullable String contactTitle,
    @Nullable String contactPhone,
    @Nullable String contactEmail) {
  Identification.Typed identification() {
    return new Identification.Typed(name, kind, uscc, country, number);
  }
}
