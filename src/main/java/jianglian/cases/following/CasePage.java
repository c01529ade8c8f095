package jianglian.cases.following;

import static jianglian.cases.CaseState.CLOSED;
import static jianglian.cases.CaseState.NOT_REACHED;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.cases.CaseState;
import jianglian.cases.ClosingResult;
import org.jspecify.annotations.Nullable;

/// A case as its page shows it to one reader: nothing the reader may not see is in it.
public record CasePage(
    CaseHead head,
    List<SideView> sides,
    List<Entry> entries,
    boolean officer,
    boolean party,
    @Nullable Long reader) {

  static CasePage of(CaseHead head, List<SideView> sides, List<Entry> entries, Actor actor) {
    var organisations = actor.organisations();
    return new CasePage(
        head,
        sides,
        entries,
        sides.stream().anyMatch(SideView::mine),
        sides.stream()
            .anyMatch(it ->
                it.row().organisation() != null && organisations.contains(it.row().organisation())),
        actor instanceof Actor.Person person ? person.id() : null);
  }

  public CaseState state() {
    return head.state();
  }

  public boolean open() {
    return head.state() != CLOSED;
  }

  /// Officer or party; who only reads is neither.
  public boolean takesPart() {
    return officer || party;
  }

  public boolean turn() {
    return sides.stream().anyMatch(SideView::turn);
  }

  /// The reader may take it for a side of theirs.
  public boolean mayTake() {
    return open() && sides.stream().anyMatch(it -> it.mine() && !it.taken());
  }

  public List<SideView> waitedFor() {
    return sides.stream().filter(it -> !it.taken()).toList();
  }

  public List<SideView> expected() {
    return sides.stream().filter(it -> it.left() != null).toList();
  }

  /// The usual next step, where there is one and the reader may record it.
  public @Nullable CaseState next() {
    return steps().stream().findFirst().filter(it -> it != NOT_REACHED).orElse(null);
  }

  /// Every step the reader may record.
  public List<CaseState> steps() {
    if (!takesPart()) return List.of();
    return head.state().steps().stream().filter(it -> officer || !it.recordedByOfficers()).toList();
  }

  /// The other steps than the usual one.
  public List<CaseState> otherSteps() {
    var next = next();
    return steps().stream().filter(it -> it != next && it != NOT_REACHED).toList();
  }

  public boolean mayEndTalks() {
    return steps().contains(NOT_REACHED);
  }

  public List<ClosingResult> results() {
    if (!open() || !takesPart()) return List.of();
    if (!officer) return state() == CaseState.REALISED ? List.of() : List.of(ClosingResult.REFUSED);
    return switch (state()) {
      case WAITING -> List.of(ClosingResult.REFUSED);
      case REALISED -> List.of(ClosingResult.HELPED);
      default -> List.of(ClosingResult.values());
    };
  }

  public List<Milestone> milestones() {
    var reached = new EnumMap<CaseState, Instant>(CaseState.class);
    entries.stream()
        .sorted(Comparator.comparingLong(Entry::id))
        .forEach(it -> {
          var state = it.reached();
          if (state != null) reached.put(state, it.at());
        });
    var due =
        sides.stream()
            .map(it -> it.row().dueAt())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    var going = open() && state() != NOT_REACHED;
    return Milestone.of(reached, going, turn(), due);
  }

  /// Entries that brought a document, the newest first.
  public List<Entry> papers() {
    return entries.stream().filter(it -> it.paper() != null).toList();
  }

  public boolean mayRemove(Entry.Paper paper) {
    return !paper.removed()
        && open()
        && (officer || (party && reader != null && reader.equals(paper.uploader())));
  }

  /// The park's short name of the side an entry is about.
  public String parkOf(Entry entry, boolean chinese) {
    var position = entry.position();
    return position == null ? "" : sides.get(position).row().parkShort(chinese);
  }

  static final Set<CaseState> WITH_PAPER =
      Set.of(CaseState.MET, CaseState.LETTER_OF_INTENT, CaseState.AGREEMENT);

  /// A paper goes with this step: minutes, a signed letter, an agreement.
  public boolean withPaper(CaseState step) {
    return WITH_PAPER.contains(step);
  }
}
