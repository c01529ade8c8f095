package jianglian.publishing.writing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.ReleaseState;
import jianglian.publishing.parkinterface.OwnPark;
import jianglian.publishing.release.DocumentNumber;
import jianglian.publishing.release.Release;
import jianglian.publishing.release.ReleaseContent;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;

/// The form of one release, new where `release` is null. `kept` is when what stands in it was kept
/// without being sent; `act` names what was just done; `checked` are the kinds the alliance looks
/// at before they are published.
public record FormPage(
    OwnPark park,
    @Nullable Release release,
    ReleaseForm form,
    Set<ReleaseKind> checked,
    List<Fault> faults,
    @Nullable ReleaseContent preview,
    @Nullable Conflict conflict,
    @Nullable Instant kept,
    String act) {

  /// Someone else's change; `by` is empty for the park's own system. `moved`: not its words
  /// changed, but its state.
  public record Conflict(String by, Instant at, Set<String> fields, boolean moved) {}

  static FormPage of(
      OwnPark park, @Nullable Release release, ReleaseForm form, Set<ReleaseKind> checked) {
    return new FormPage(park, release, form, checked, List.of(), null, null, null, "");
  }

  FormPage with(List<Fault> faults) {
    return new FormPage(park, release, form, checked, faults, preview, conflict, kept, act);
  }

  FormPage with(Conflict conflict) {
    return new FormPage(park, release, form, checked, faults, preview, conflict, kept, act);
  }

  FormPage previewing(ReleaseContent preview) {
    return new FormPage(park, release, form, checked, faults, preview, conflict, kept, act);
  }

  FormPage keptAt(Instant kept) {
    return new FormPage(park, release, form, checked, faults, preview, conflict, kept, act);
  }

  FormPage after(String act) {
    return new FormPage(park, release, form, checked, faults, preview, conflict, kept, act);
  }

  public String address() {
    return "/park-interface/releases/" + (release == null ? "new" : release.id());
  }

  public boolean in(ReleaseState... states) {
    return release != null && Arrays.asList(states).contains(release.state());
  }

  /// Whether it can be kept as a draft.
  public boolean draftable() {
    return release == null || release.unsubmitted();
  }

  /// Whether undoing the withdrawal is up to the park.
  public boolean returnable() {
    return release != null && release.state() == ReleaseState.WITHDRAWN && !release.held();
  }

  public boolean removable() {
    return release != null && release.state() != ReleaseState.WITHDRAWN;
  }

  public boolean neverPublic() {
    return release != null && release.releasedAt() == null;
  }

  /// The message that says what was just done; null where nothing was.
  public @Nullable String done() {
    if (release == null) return null;
    return switch (act) {
      case "save", "confirm-valid", "hand-back" -> "writing.done." + act;
      case "submit", "bring-back" -> "writing.now." + release.state().code();
      default -> null;
    };
  }

  /// The row of a clause that was just added; -1 where none was.
  public int added() {
    return act.equals("add-clause") ? form.clauses().size() - 1 : -1;
  }

  /// The document number as it is understood; null where it is not one.
  public @Nullable String understood() {
    return understood(form.of("documentNumber"));
  }

  static @Nullable String understood(String typed) {
    return DocumentNumber.parse(typed).map(DocumentNumber::toString).orElse(null);
  }
}
