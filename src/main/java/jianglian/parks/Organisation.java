package jianglian.parks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An enterprise, institute, investor or service provider of a park. `industries` are codes of GB/T
/// 4754, `region` one of GB/T 2260, `founded` a year.
public record Organisation(
    long id,
    long park,
    String name,
    OrganisationKind kind,
    Registration registration,
    OrganisationState state,
    @Nullable String region,
    @Nullable Integer founded,
    @Nullable Integer employees,
    List<String> industries,
    List<String> qualifications,
    @Nullable String website,
    String introduction,
    String lang) {
  public boolean admitted() {
    return state == OrganisationState.ADMITTED;
  }
}
