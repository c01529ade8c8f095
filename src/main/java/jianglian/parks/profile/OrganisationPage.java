package jianglian.parks.profile;

import jianglian.parks.Organisation;
import org.jspecify.annotations.Nullable;

/// What an organisation's page shows of it; how to reach it stands only on the page its own people
/// and its park's officers see.
public record OrganisationPage(
    Organisation organisation, @Nullable String stateReason, Contact contact) {

  public record Contact(
      @Nullable String name,
      @Nullable String title,
      @Nullable String phone,
      @Nullable String email) {
    public boolean any() {
      return name != null || phone != null || email != null;
    }
  }
}
