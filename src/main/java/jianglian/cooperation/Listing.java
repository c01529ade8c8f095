package jianglian.cooperation;

import static jianglian.cooperation.ListingState.ALLIANCE_CHECK;
import static jianglian.cooperation.ListingState.DRAFT;
import static jianglian.cooperation.ListingState.EXPIRED;
import static jianglian.cooperation.ListingState.OPEN;
import static jianglian.cooperation.ListingState.PARK_CHECK;
import static jianglian.cooperation.ListingState.PAUSED;
import static jianglian.cooperation.ListingState.RETURNED;
import static jianglian.cooperation.ListingState.SOLVED;
import static jianglian.cooperation.ListingState.WITHDRAWN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;

/// A need or an offer with what is said of it and where it stands. `organisation` null: the park
/// itself brings it. `expiresOn` is the last day it is open; `version` rises with every saved
/// change.
public record Listing(
    long id,
    Side side,
    long park,
    @Nullable Long organisation,
    @Nullable String externalId,
    ListingContent content,
    ListingState state,
    @Nullable String reason,
    @Nullable Long createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant openedAt,
    LocalDate expiresOn,
    int version) {
  public static final Period LIFE = Period.ofMonths(12);

  /// A new one, not stored yet: nobody but its author sees it until it is submitted.
  public static Listing draft(
      Side side,
      long park,
      @Nullable Long organisation,
      @Nullable String externalId,
      ListingContent content,
      LocalDate expiresOn,
      @Nullable Long createdBy,
      Instant now) {
    return new Listing(
        0,
        side,
        park,
        organisation,
        externalId,
        content,
        DRAFT,
        null,
        createdBy,
        now,
        now,
        null,
        expiresOn,
        1);
  }

  public String title() {
    return content.title();
  }

  public boolean open() {
    return state == OPEN;
  }

  /// Where its page is: `/needs/17`.
  public String address() {
    return side.path() + "/" + id;
  }

  public long daysLeft(LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(today, expiresOn) + 1);
  }

  /// Its own people: of its organisation, of its park's office, or its author where no organisation
  /// stands behind it.
  public boolean ownedBy(Actor actor) {
    return actor.officeOf().contains(park)
        || (organisation != null
            ? actor.organisations().contains(organisation)
            : actor instanceof Actor.Person person && Long.valueOf(person.id()).equals(createdBy));
  }

  /// Brought in: what a firm brings is checked by its park, what a park brings has been, and the
  /// alliance looks once more where its rules ask for it.
  public Listing submit(Origin origin, boolean allianceChecks, Instant now) {
    expect(DRAFT, RETURNED);
    return pass(origin, allianceChecks, now);
  }

  /// A check found it in order.
  public Listing checked(Origin by, boolean allianceChecks, Instant now) {
    expect(PARK_CHECK, ALLIANCE_CHECK);
    if (by == Origin.FIRM || (state == ALLIANCE_CHECK && by != Origin.ALLIANCE)) {
      throw new ListingActNotPossible();
    }
    return pass(by, allianceChecks, now);
  }

  /// A check sends it back with a reason its people read.
  public Listing sentBack(String reason, Instant now) {
    expect(PARK_CHECK, ALLIANCE_CHECK, OPEN, PAUSED);
    return to(RETURNED, reason, now);
  }

  /// Says something else now. What was sent back goes to its checks again; so does an open one when
  /// its firm changes what the check had looked at.
  public Listing changed(
      ListingContent content,
      LocalDate expiresOn,
      Origin origin,
      boolean allianceChecks,
      Instant now) {
    if (state == SOLVED) throw new ListingActNotPossible();
    var next = with(content, expiresOn, now);
    var again =
        switch (state) {
          case RETURNED, WITHDRAWN -> true;
          case EXPIRED -> expiresOn.isAfter(this.expiresOn);
          case OPEN, PAUSED, ALLIANCE_CHECK ->
              origin == Origin.FIRM && content.differsInSubstance(this.content);
          case DRAFT, PARK_CHECK, SOLVED -> false;
        };
    return again ? next.pass(origin, allianceChecks, now) : next;
  }

  /// The same listing brought for another organisation of its park.
  public Listing of(@Nullable Long organisation) {
    return new Listing(
        id,
        side,
        park,
        organisation,
        externalId,
        content,
        state,
        reason,
        createdBy,
        createdAt,
        updatedAt,
        openedAt,
        expiresOn,
        version);
  }

  /// Whether it says exactly this already and stands for it.
  public boolean says(ListingContent content, @Nullable Long organisation, LocalDate expiresOn) {
    return state != WITHDRAWN
        && this.content.equals(content)
        && Objects.equals(this.organisation, organisation)
        && this.expiresOn.equals(expiresOn);
  }

  public Listing pause(Instant now) {
    expect(OPEN);
    return to(PAUSED, null, now);
  }

  public Listing resume(Instant now) {
    expect(PAUSED);
    return to(OPEN, null, now);
  }

  /// Its last day is over.
  public Listing expire(Instant now) {
    expect(OPEN, PAUSED);
    return to(EXPIRED, null, now);
  }

  /// Open for another life from today.
  public Listing renew(LocalDate today, Instant now) {
    expect(OPEN, PAUSED, EXPIRED);
    return with(content, today.plus(LIFE), now).to(OPEN, null, now);
  }

  public Listing solve(Instant now) {
    expect(OPEN, PAUSED, EXPIRED);
    return to(SOLVED, null, now);
  }

  public Listing withdraw(Instant now) {
    if (state == SOLVED || state == WITHDRAWN) throw new ListingActNotPossible();
    return to(WITHDRAWN, null, now);
  }

  /// What others must hear when this took the place of `before`; null: it is new.
  public List<Object> announcements(@Nullable Listing before) {
    var was = before == null ? DRAFT : before.state;
    var news = new ArrayList<>();
    if (was == DRAFT && state != DRAFT && state != WITHDRAWN) {
      news.add(new ListingPosted(id, side, park, organisation, title()));
    }
    if (state == OPEN && was != OPEN) {
      news.add(new ListingOpened(id, side, park, organisation, title()));
    } else if (state == RETURNED && was != RETURNED) {
      news.add(new ListingReturned(id, side, park, organisation, title()));
    }
    if (was == OPEN && state != OPEN) {
      news.add(new ListingClosed(id, side, park, organisation, title()));
    }
    if (before != null && was != DRAFT && !content.equals(before.content)) {
      news.add(new ListingChanged(id, side, park, organisation, title()));
    }
    return news;
  }

  /// As it stands in its row.
  Listing saved(long id, int version) {
    return new Listing(
        id,
        side,
        park,
        organisation,
        externalId,
        content,
        state,
        reason,
        createdBy,
        createdAt,
        updatedAt,
        openedAt,
        expiresOn,
        version);
  }

  private Listing pass(Origin by, boolean allianceChecks, Instant now) {
    return switch (by) {
      case FIRM -> to(PARK_CHECK, null, now);
      case PARK -> to(allianceChecks ? ALLIANCE_CHECK : OPEN, null, now);
      case ALLIANCE -> to(OPEN, null, now);
    };
  }

  private void expect(ListingState first, ListingState... others) {
    if (!EnumSet.of(first, others).contains(state)) throw new ListingActNotPossible();
  }

  private Listing to(ListingState next, @Nullable String why, Instant now) {
    return new Listing(
        id,
        side,
        park,
        organisation,
        externalId,
        content,
        next,
        why,
        createdBy,
        createdAt,
        now,
        next == OPEN && state != PAUSED ? now : openedAt,
        expiresOn,
        version);
  }

  private Listing with(ListingContent content, LocalDate expiresOn, Instant now) {
    return new Listing(
        id,
        side,
        park,
        organisation,
        externalId,
        content,
        state,
        reason,
        createdBy,
        createdAt,
        now,
        openedAt,
        expiresOn,
        version);
  }
}
