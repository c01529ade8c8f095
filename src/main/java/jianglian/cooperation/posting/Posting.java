package jianglian.cooperation.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.cooperation.AllianceChecks;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingBook;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Origin;
import jianglian.cooperation.Side;
import jianglian.parks.Organisation;
import jianglian.parks.Organisations;
import jianglian.parks.Uscc;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A person posts or changes a need or an offer.
@Component
class Posting {
  private final Listings listings;
  private final ListingBook book;
  private final Organisations organisations;
  private final Repetition repetition;
  private final AllianceChecks checks;
  private final Clock clock;

  Posting(
      Listings listings,
      ListingBook book,
      Organisations organisations,
      Repetition repetition,
      AllianceChecks checks,
      Clock clock) {
    this.listings = listings;
    this.book = book;
    this.organisations = organisations;
    this.repetition = repetition;
    this.checks = checks;
    this.clock = clock;
  }

  /// Whose the new listing is.
  record Bearer(long park, @Nullable Long organisation) {}

  @Transactional
  Listing post(Side side, ListingForm form, Actor.Person person) {
    var faults = new ArrayList<Fault>();
    var bearer = bearer(form, person, faults);
    var content = form.content(faults);
    var today = LocalDate.now(clock);
    var until = form.validUntil(faults, today, today.plus(Listing.LIFE));
    if (bearer != null) repetition.look(side, bearer, content, faults);
    if (!faults.isEmpty() || bearer == null) throw new InvalidInput(faults);
    var now = clock.instant();
    var draft =
        Listing.draft(
            side, bearer.park(), bearer.organisation(), null, content, until, person.id(), now);
    var origin = Origin.of(person, bearer.park());
    var posted = draft.submit(origin, checks.askFor(content.type()), now);
    return Objects.requireNonNull(book.open(posted, person));
  }

  @Transactional
  Listing change(Side side, long id, ListingForm form, Actor.Person person) {
    var before = listings.own(id, person);
    if (before.side() != side) throw new NotFound();
    var faults = new ArrayList<Fault>();
    var content = form.content(faults);
    var until = form.validUntil(faults, LocalDate.now(clock), before.expiresOn());
    if (!faults.isEmpty()) throw new InvalidInput(faults);
    if (before.says(content, before.organisation(), until)) return before;
    var origin = Origin.of(person, before.park());
    var after =
        before.changed(content, until, origin, checks.askFor(content.type()), clock.instant());
    return book.enter(before, after, person, "changed");
  }

  private @Nullable Bearer bearer(ListingForm form, Actor.Person person, List<Fault> faults) {
    var posters = Poster.of(person);
    if (posters.isEmpty()) throw new Forbidden();
    var chosen =
        posters.stream()
            .filter(it -> form.of("poster").isEmpty() || it.value().equals(form.of("poster")))
            .findFirst();
    if (chosen.isEmpty()) {
      faults.add(Fault.at("/poster", "listing.fault.poster"));
      return null;
    }
    return chosen.get().park()
        ? forFirm(chosen.get().scope().id(), form.of("firm").strip(), faults)
        : organisations
            .byId(chosen.get().scope().id())
            .map(it -> new Bearer(it.park(), it.id()))
            .orElse(null);
  }

  private @Nullable Bearer forFirm(long park, String name, List<Fault> faults) {
    if (name.isEmpty()) return new Bearer(park, null);
    var firm = firm(park, name);
    if (firm.isEmpty()) {
      faults.add(Fault.at("/firm", "listing.fault.unknown-organisation", name));
      return null;
    }
    return new Bearer(park, firm.get().id());
  }

  private Optional<Organisation> firm(long park, String name) {
    return Uscc.of(name)
        .flatMap(it -> organisations.byUscc(park, it))
        .or(() -> organisations.byName(park, name));
  }
}
