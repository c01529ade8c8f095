package jianglian.parks.directory;

import java.time.LocalDate;
import java.util.List;
import jianglian.parks.OrganisationKind;
import jianglian.parks.Park;
import org.jspecify.annotations.Nullable;

/// What a park's public page shows of the park itself; other modules add their sections.
public record ParkPage(
    Park park,
    String state,
    @Nullable LocalDate joinedOn,
    @Nullable String website,
    String introduction,
    String introductionEn,
    long organisations,
    List<Firm> firms) {

  public record Firm(long id, String name, OrganisationKind kind, List<String> industries) {}

  /// In the reader's language, or in the one there is.
  public String introduced(boolean chinese) {
    var wanted = chinese ? introduction : introductionEn;
    return wanted.isEmpty() ? introduction : wanted;
  }
}
