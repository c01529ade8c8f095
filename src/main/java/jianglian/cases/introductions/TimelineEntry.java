package jianglian.cases.introductions;

import jianglian.cases.CaseState;
import jianglian.cases.ClosingResult;
import jianglian.matching.CodedReason;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a case, as it goes into the timeline.
record TimelineEntry(
    Kind kind,
    @Nullable CaseState state,
    @Nullable Integer position,
    @Nullable Long officer,
    @Nullable ClosingResult result,
    @Nullable CodedReason reason,
    String text,
    Visibility visibility) {

  enum Kind {
    OPENED("opened"),
    TAKEN("taken"),
    STEP("step"),
    NOTE("note"),
    DOCUMENT("document"),
    HANDOVER("handover"),
    LATE("late"),
    CLOSED("closed");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  private static TimelineEntry of(Kind kind, @Nullable CaseState state, String text) {
    return new TimelineEntry(kind, state, null, null, null, null, text, Visibility.PARTIES);
  }

  static TimelineEntry opened() {
    return of(Kind.OPENED, CaseState.WAITING, "");
  }

  /// `complete`: with this side the case is taken.
  static TimelineEntry taken(int position, boolean complete) {
    return of(Kind.TAKEN, complete ? CaseState.TAKEN : null, "").at(position, null);
  }

  static TimelineEntry step(Step step) {
    return of(Kind.STEP, step.to(), step.note()).because(null, step.reason());
  }

  static TimelineEntry note(String text, Visibility visibility) {
    return new TimelineEntry(Kind.NOTE, null, null, null, null, null, text, visibility);
  }

  static TimelineEntry document(Visibility visibility) {
    return new TimelineEntry(Kind.DOCUMENT, null, null, null, null, null, "", visibility);
  }

  static TimelineEntry handover(int position, @Nullable Long to) {
    return of(Kind.HANDOVER, null, "").at(position, to);
  }

  static TimelineEntry late(int position, @Nullable Long substitute) {
    return of(Kind.LATE, null, "").at(position, substitute);
  }

  static TimelineEntry closed(Closing closing, String note) {
    return of(Kind.CLOSED, CaseState.CLOSED, note).because(closing.result(), closing.reason());
  }

  private TimelineEntry at(int position, @Nullable Long officer) {
    return new TimelineEntry(kind, state, position, officer, result, reason, text, visibility);
  }

  private TimelineEntry because(@Nullable ClosingResult result, @Nullable CodedReason reason) {
    return new TimelineEntry(kind, state, position, officer, result, reason, text, visibility);
  }
}
