package jianglian.publishing.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.ReleaseState;
import org.jspecify.annotations.Nullable;

/// One thing published under 联盟发布, with the rules of how it changes. `version` counts what it said;
/// `held` means the alliance returned or withdrew it, so that its next change is looked at.
public record Release(
    long id,
    @Nullable Long park,
    @Nullable String externalId,
    ReleaseContent content,
    ReleaseState state,
    @Nullable String reason,
    @Nullable Long mergedInto,
    String digest,
    @Nullable Instant deliveredAt,
    Set<String> confirmed,
    boolean held,
    @Nullable Integer checkedVersion,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant releasedAt,
    int version) {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String NEVER_DELIVERED = "";

  /// Stands among the confirmed fields when a person took it off: the park's system does not bring
  /// it back.
  public static final String WITHDRAWAL = "withdrawal";

  public static ReleaseContent blank(LocalDate today) {
    return new ReleaseContent(
        ReleaseKind.NOTICE,
        "",
        "",
        Body.EMPTY,
        null,
        null,
        today,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        "zh");
  }

  public static Release draft(
      long id, @Nullable Long park, @Nullable String externalId, ReleaseContent says, Instant now) {
    return new Release(
        id,
        park,
        externalId,
        says,
        ReleaseState.DRAFT,
        null,
        null,
        NEVER_DELIVERED,
        null,
        Set.of(),
        false,
        null,
        now,
        now,
        null,
        1);
  }

  /// Hands it in: to the alliance's check where that is asked for, else it is published at once.
  public Release submit(boolean check, Instant now) {
    if (!unsubmitted()) throw new AlreadySubmitted();
    return check || held ? in(ReleaseState.IN_REVIEW, null, now) : out(now);
  }

  public Release publish(Instant now) {
    if (state != ReleaseState.IN_REVIEW) throw new NotInReview();
    return out(now).released(now).checked();
  }

  /// The alliance has looked at what changed since it was published.
  public Release confirmChange(Instant now) {
    if (!state.open()) throw new NotPublished();
    return in(state, reason, now).checked();
  }

  public Release returnWith(String reason, Instant now) {
    if (state != ReleaseState.IN_REVIEW) throw new NotInReview();
    return in(ReleaseState.RETURNED, reason, now).hold(true);
  }

  /// `byAlliance`: the secretariat takes it off; the park cannot bring it back unchanged.
  public Release withdraw(@Nullable String reason, boolean byAlliance, Instant now) {
    refuseGone();
    var gone = in(ReleaseState.WITHDRAWN, reason, now).hold(held || byAlliance);
    return byAlliance ? gone : gone.delivered(NEVER_DELIVERED, deliveredAt);
  }

  /// Twins become one: this one leads readers to `other`.
  public Release mergeInto(Release other, Instant now) {
    refuseGone();
    if (other.id == id || !other.state.open()) throw new CannotMergeInto();
    return new Release(
        id,
        park,
        externalId,
        content,
        ReleaseState.MERGED,
        reason,
        other.id,
        digest,
        deliveredAt,
        confirmed,
        held,
        checkedVersion,
        createdAt,
        now,
        releasedAt,
        version);
  }

  public Release expire(Instant now) {
    if (state != ReleaseState.PUBLISHED || !expired(now)) throw new StillValid();
    return in(ReleaseState.STALE, null, now);
  }

  /// Takes over what a delivery says. The same content again changes nothing, and neither does a
  /// delivery that was sent before the last one.
  Release redelivered(ReleaseCommand command, boolean check, Instant now) {
    if (state == ReleaseState.MERGED || late(command) || digest.equals(command.digest())) {
      return this;
    }
    var says = command.over(content, confirmed);
    var staysOff = state == ReleaseState.WITHDRAWN && confirmed.contains(WITHDRAWAL);
    var revived = state == ReleaseState.WITHDRAWN && !held && !staysOff;
    if (says.equals(content) && !revived) return this;
    var told = says(says, now).delivered(command.digest(), command.deliveredAt());
    return staysOff ? told : told.resubmit(check, now);
  }

  /// A person changed it in the console; those fields stay theirs when the park's system delivers
  /// again.
  public Release edited(ReleaseContent says, Set<String> fields, boolean check, Instant now) {
    if (state == ReleaseState.MERGED) throw new AlreadyGone();
    if (says.equals(content)) return this;
    var kept = new TreeSet<>(confirmed);
    if (externalId != null) kept.addAll(fields);
    kept.remove(WITHDRAWAL);
    var edited = says(says, now).confirm(kept);
    return unsubmitted() ? edited : edited.resubmit(check, now);
  }

  /// Whether its park still writes at it.
  public boolean unsubmitted() {
    return state == ReleaseState.DRAFT || state == ReleaseState.RETURNED;
  }

  /// Keeps what a person wrote without handing it in.
  public Release saved(ReleaseContent says, Set<String> fields, Instant now) {
    if (!unsubmitted()) throw new AlreadySubmitted();
    return edited(says, fields, false, now);
  }

  /// A person of its park takes it off; the park's system does not bring it back.
  public Release takenOff(Instant now) {
    var gone = withdraw(null, false, now);
    return externalId == null ? gone : gone.confirm(Set.of(WITHDRAWAL), Set.of());
  }

  /// Undoes a withdrawal of its park's own: what was never public is a draft again, and what the
  /// alliance has looked at is public at once.
  public Release broughtBack(boolean check, Instant now) {
    if (state != ReleaseState.WITHDRAWN) throw new NotWithdrawn();
    if (held) throw new TakenOffByAlliance();
    var back = confirm(Set.of(), Set.of(WITHDRAWAL));
    if (releasedAt == null) return back.in(ReleaseState.DRAFT, null, now);
    var looked = checkedVersion != null && checkedVersion == version;
    return back.resubmit(check && !looked, now);
  }

  /// Someone looked after its validity ran out and says until when it holds now; null: no end.
  public Release stillValid(@Nullable LocalDate until, Instant now) {
    if (state != ReleaseState.STALE) throw new StillValid();
    return edited(content.until(until), Set.of("validUntil"), false, now);
  }

  /// From the next delivery on these fields say again what the park's system sends, even if it
  /// sends the same as last time.
  public Release handedBack(Set<String> fields) {
    if (Collections.disjoint(confirmed, fields)) return this;
    return confirm(Set.of(), fields).delivered(NEVER_DELIVERED, deliveredAt);
  }

  private Release confirm(Set<String> more, Set<String> less) {
    var fields = new TreeSet<>(confirmed);
    fields.addAll(more);
    fields.removeAll(less);
    return confirm(fields);
  }

  /// What follows from a change: what is public stays public, what is not is handed in again.
  private Release resubmit(boolean check, Instant now) {
    return switch (state) {
      case PUBLISHED, STALE -> out(now);
      case DRAFT, RETURNED, WITHDRAWN ->
          check || held ? in(ReleaseState.IN_REVIEW, null, now) : out(now);
      case IN_REVIEW, MERGED -> this;
    };
  }

  private boolean late(ReleaseCommand command) {
    return deliveredAt != null
        && command.deliveredAt() != null
        && command.deliveredAt().isBefore(deliveredAt);
  }

  public boolean expired(Instant now) {
    var today = LocalDate.ofInstant(now, ZONE);
    return content.validUntil() != null && content.validUntil().isBefore(today);
  }

  private void refuseGone() {
    if (state == ReleaseState.WITHDRAWN || state == ReleaseState.MERGED) throw new AlreadyGone();
  }

  private Release out(Instant now) {
    var open = expired(now) ? ReleaseState.STALE : ReleaseState.PUBLISHED;
    return in(open, null, now).released(releasedAt == null ? now : releasedAt);
  }

  private Release in(ReleaseState state, @Nullable String reason, Instant now) {
    return new Release(
        id,
        park,
        externalId,
        content,
        state,
        reason,
        mergedInto,
        digest,
        deliveredAt,
        confirmed,
        held,
        checkedVersion,
        createdAt,
        now,
        releasedAt,
        version);
  }

  private Release released(Instant at) {
    return new Release(
        id,
        park,
        externalId,
        content,
        state,
        reason,
        mergedInto,
        digest,
        deliveredAt,
        confirmed,
        held,
        checkedVersion,
        createdAt,
        updatedAt,
        at,
        version);
  }

  private Release checked() {
    return new Release(
        id,
        park,
        externalId,
        content,
        state,
        reason,
        mergedInto,
        digest,
        deliveredAt,
        confirmed,
        false,
        version,
        createdAt,
        updatedAt,
        releasedAt,
        version);
  }

  private Release hold(boolean held) {
    return new Release(
        id,
        park,
        externalId,
        content,
        state,
        reason,
        mergedInto,
        digest,
        deliveredAt,
        confirmed,
        held,
        checkedVersion,
        createdAt,
        updatedAt,
        releasedAt,
        version);
  }

  Release delivered(String digest, @Nullable Instant at) {
    return new Release(
        id,
        park,
        externalId,
        content,
        state,
        reason,
        mergedInto,
        digest,
        at == null ? deliveredAt : at,
        confirmed,
        held,
        checkedVersion,
        createdAt,
        updatedAt,
        releasedAt,
        version);
  }

  private Release confirm(Set<String> fields) {
    return new Release(
        id,
        park,
        externalId,
        content,
        state,
        reason,
        mergedInto,
        digest,
        deliveredAt,
        fields,
        held,
        checkedVersion,
        createdAt,
        updatedAt,
        releasedAt,
        version);
  }

  private Release says(ReleaseContent says, Instant now) {
    return new Release(
        id,
        park,
        externalId,
        says,
        state,
        reason,
        mergedInto,
        digest,
        deliveredAt,
        confirmed,
        held,
        checkedVersion,
        createdAt,
        now,
        releasedAt,
        says.equals(content) ? version : version + 1);
  }
}
