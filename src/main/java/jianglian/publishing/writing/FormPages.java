package jianglian.publishing.writing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.parkinterface.OwnPark;
import jianglian.publishing.release.AllianceCheck;
import jianglian.publishing.release.Release;
import jianglian.publishing.release.ReleaseContent;
import jianglian.publishing.release.Releases;
import jianglian.web.Fault;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what the form of a release shows.
@Component
class FormPages {
  static final String NEW = "new";

  private final Releases releases;
  private final OwnReleases own;
  private final KeptForms kept;
  private final AllianceCheck check;
  private final Clock clock;

  FormPages(Releases releases, OwnReleases own, KeptForms kept, AllianceCheck check, Clock clock) {
    this.releases = releases;
    this.own = own;
    this.kept = kept;
    this.check = check;
    this.clock = clock;
  }

  /// The park's release with that id; empty for a new one.
  Optional<Release> known(String which, Actor.Person person) {
    if (which.equals(NEW)) return Optional.empty();
    return Optional.of(
        releases
            .byId(Long.parseLong(which))
            .filter(it -> OwnPark.writes(person, it.park()))
            .orElseThrow(NotFound::new));
  }

  OwnPark park(@Nullable Release release, Actor.Person person) {
    return release == null
        ? OwnPark.writtenFor(person)
        : OwnPark.writtenFor(person, release.park());
  }

  /// The form as it is opened: with what this person typed and has not sent, else with what the
  /// release says.
  FormPage opened(@Nullable Release release, Actor.Person person) {
    var park = park(release, person);
    var stands =
        release == null ? ReleaseForm.fresh(UUID.randomUUID().toString()) : ReleaseForm.of(release);
    return kept.of(person, park.id(), release == null ? null : release.id())
        .filter(it -> differs(it.form(), release))
        .map(it -> page(release, it.form(), person).keptAt(it.at()))
        .orElseGet(() -> page(release, stands, person));
  }

  private boolean differs(ReleaseForm form, @Nullable Release release) {
    if (release == null) return true;
    var faults = new ArrayList<Fault>();
    var says = FormReading.content(form.tidy(), release.content(), false, faults);
    return !faults.isEmpty() || !says.equals(release.content());
  }

  FormPage page(@Nullable Release release, ReleaseForm form, Actor.Person person) {
    return FormPage.of(park(release, person), release, form, checked());
  }

  /// What readers would see, as far as the form can be read.
  ReleaseContent preview(@Nullable Release release, ReleaseForm form) {
    var today = LocalDate.ofInstant(clock.instant(), Release.ZONE);
    var old = release == null ? Release.blank(today) : release.content();
    return FormReading.content(form.tidy(), old, false, new ArrayList<>());
  }

  /// The typed words over what someone else has made of the release meanwhile.
  FormPage conflict(Release now, ReleaseForm form, Actor.Person person) {
    var touch = own.lastTouch(now.id()).orElseThrow(NotFound::new);
    var fields = preview(now, form).differing(now.content());
    return page(now, form.seeing(now), person)
        .with(new FormPage.Conflict(touch.by(), touch.at(), fields, form.sawWords(now)));
  }

  private Set<ReleaseKind> checked() {
    return Arrays.stream(ReleaseKind.values()).filter(check::asksFor).collect(Collectors.toSet());
  }
}
