package jianglian.cooperation.delivery;

import java.util.Optional;
import jianglian.parks.Organisation;
import jianglian.parks.Organisations;
import jianglian.parks.Uscc;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the organisation a park means by number, name or id; one of another park is as unknown as
/// one that does not exist.
@Component
class FirmsOfPark {
  private final Organisations organisations;

  FirmsOfPark(Organisations organisations) {
    this.organisations = organisations;
  }

  /// The organisation this delivery names; `before` where it names none.
  @Nullable Long named(DeliveryReading reading, long park, @Nullable Long before) {
    var found = before;
    for (var field : new String[] {"organisation", "uscc"}) {
      if (!reading.names(field)) continue;
      var name = reading.line(field);
      var firm = name == null ? Optional.<Organisation>empty() : find(park, name);
      if (name != null && firm.isEmpty()) {
        reading.fault(field, "listing.fault.unknown-organisation", name);
      }
      found = firm.map(Organisation::id).orElse(null);
    }
    return found;
  }

  private Optional<Organisation> find(long park, String name) {
    return Uscc.of(name)
        .flatMap(it -> organisations.byUscc(park, it))
        .or(() -> organisations.byName(park, name))
        .or(() -> byId(park, name));
  }

  private Optional<Organisation> byId(long park, String name) {
    if (!name.matches("\\d{1,18}")) return Optional.empty();
    return organisations.byId(Long.parseLong(name)).filter(it -> it.park() == park);
  }
}
