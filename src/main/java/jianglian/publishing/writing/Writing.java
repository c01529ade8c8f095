package jianglian.publishing.writing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.publishing.parkinterface.OwnPark;
import jianglian.publishing.release.AllianceCheck;
import jianglian.publishing.release.Release;
import jianglian.publishing.release.ReleaseBook;
import jianglian.publishing.release.ReleaseContent;
import jianglian.publishing.release.Releases;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person of a park does with one of its releases.
@Component
class Writing {
  private final Releases releases;
  private final ReleaseBook book;
  private final AllianceCheck check;
  private final WrittenReleases written;
  private final KeptForms kept;
  private final Clock clock;

  Writing(
      Releases releases,
      ReleaseBook book,
      AllianceCheck check,
      WrittenReleases written,
      KeptForms kept,
      Clock clock) {
    this.releases = releases;
    this.book = book;
    this.check = check;
    this.written = written;
    this.kept = kept;
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Rule {
    Release apply(Release release, Instant now);
  }

  /// Writes a new release of the park, handed in or kept as its draft. The same form sent again
  /// changes the release it has made.
  @Transactional
  Release begin(long park, ReleaseForm form, boolean handIn, Actor.Person person) {
    kept.drop(person, park, null);
    var made = written.of(form.of("key"));
    if (made.isPresent()) return change(made.get(), form, handIn, person);
    var now = clock.instant();
    var blank = Release.blank(LocalDate.ofInstant(now, Release.ZONE));
    var says = content(form, blank, handIn);
    var draft = Release.draft(releases.newIds(1).getFirst(), park, null, says, now);
    var release = handIn ? draft.submit(check.asksFor(says.kind()), now) : draft;
    book.open(release, person, handIn ? "release-written" : "release-drafted");
    written.keep(form.of("key"), release.id());
    return release;
  }

  @Transactional
  Release change(long id, ReleaseForm form, boolean handIn, Actor.Person person) {
    var before = own(id, person);
    var says = content(form, before.content(), handIn);
    var same = says.equals(before.content());
    if (!same && !form.saw(before)) throw new ChangedMeanwhile(before);
    var now = clock.instant();
    var after = same ? before : changed(before, says, handIn, now);
    if (handIn && after.unsubmitted()) after = after.submit(check.asksFor(says.kind()), now);
    kept.drop(person, park(before), id);
    return book.enter(before, after, person, act(before, handIn));
  }

  private static String act(Release before, boolean handIn) {
    if (!handIn) return "release-drafted";
    return before.unsubmitted() ? "release-submitted" : "release-edited";
  }

  private Release changed(Release before, ReleaseContent says, boolean handIn, Instant now) {
    var fields = says.differing(before.content());
    return handIn
        ? before.edited(says, fields, check.asksFor(says.kind()), now)
        : before.saved(says, fields, now);
  }

  private static ReleaseContent content(ReleaseForm form, ReleaseContent old, boolean handIn) {
    var faults = new ArrayList<Fault>();
    var says = FormReading.content(form, old, handIn, faults);
    if (!faults.isEmpty()) throw new InvalidInput(faults);
    return says;
  }

  @Transactional
  void withdraw(long id, Actor.Person person) {
    act(id, person, "release-withdrawn", Release::takenOff);
  }

  @Transactional
  void bringBack(long id, Actor.Person person) {
    act(
        id,
        person,
        "release-brought-back",
        (it, now) -> it.broughtBack(check.asksFor(it.content().kind()), now));
  }

  @Transactional
  void confirmValid(long id, @Nullable LocalDate until, Actor.Person person) {
    var today = LocalDate.ofInstant(clock.instant(), Release.ZONE);
    if (until != null && until.isBefore(today)) {
      throw new InvalidInput("/until", "writing.valid.past");
    }
    act(id, person, "release-confirmed-valid", (it, now) -> it.stillValid(until, now));
  }

  @Transactional
  void handBack(long id, Set<String> fields, Actor.Person person) {
    act(id, person, "release-handed-back", (it, _) -> it.handedBack(fields));
  }

  private void act(long id, Actor.Person person, String act, Rule rule) {
    var before = own(id, person);
    book.enter(before, rule.apply(before, clock.instant()), person, act);
  }

  private Release own(long id, Actor.Person person) {
    return releases
        .lock(id)
        .filter(it -> OwnPark.writes(person, it.park()))
        .orElseThrow(NotFound::new);
  }

  private static long park(Release release) {
    return Objects.requireNonNull(release.park());
  }
}
