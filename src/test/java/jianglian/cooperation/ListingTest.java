package jianglian.cooperation;

import static jianglian.cooperation.ListingState.ALLIANCE_CHECK;
import static jianglian.cooperation.ListingState.EXPIRED;
import static jianglian.cooperation.ListingState.OPEN;
import static jianglian.cooperation.ListingState.PARK_CHECK;
import static jianglian.cooperation.ListingState.PAUSED;
import static jianglian.cooperation.ListingState.RETURNED;
import static jianglian.cooperation.ListingState.SOLVED;
import static jianglian.cooperation.ListingState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static ListingContent content(String title) {
    return new ListingContent(
        title,
        "通过 300 毫米台阶，载重 350 公斤。",
        ListingType.TECHNOLOGY,
        List.of("3492"),
        List.of(),
        List.of(),
        Amount.UNKNOWN,
        null,
        null,
        "zh");
  }

  private static Listing draft() {
    return Listing.draft(
        Side.NEED, 1, 2L, null, content("消防机器人寻越障底盘"), TODAY.plusYears(1), 3L, NOW);
  }

  private static Listing open() {
    return draft().submit(Origin.PARK, false, NOW);
  }

  @Test
  void what_a_firm_brings_is_checked_by_its_park() {
    assertThat(draft().submit(Origin.FIRM, false, NOW).state()).isEqualTo(PARK_CHECK);
  }

  @Test
  void what_a_park_brings_is_open_at_once() {
    assertThat(open().state()).isEqualTo(OPEN);
    assertThat(open().openedAt()).isEqualTo(NOW);
  }

  @Test
  void the_alliance_looks_once_more_only_where_its_rules_ask() {
    var waiting = draft().submit(Origin.FIRM, true, NOW);
    var looked = waiting.checked(Origin.PARK, true, LATER);
    assertThat(looked.state()).isEqualTo(ALLIANCE_CHECK);
    assertThat(looked.checked(Origin.ALLIANCE, true, LATER).state()).isEqualTo(OPEN);
    assertThat(waiting.checked(Origin.PARK, false, LATER).state()).isEqualTo(OPEN);
  }

  @Test
  void a_firm_never_checks_its_own_listing() {
    var waiting = draft().submit(Origin.FIRM, false, NOW);
    assertThatThrownBy(() -> waiting.checked(Origin.FIRM, false, NOW))
        .isInstanceOf(ListingActNotPossible.class);
  }

  @Test
  void a_park_does_not_check_in_place_of_the_alliance() {
    var waiting = draft().submit(Origin.PARK, true, NOW);
    assertThatThrownBy(() -> waiting.checked(Origin.PARK, true, NOW))
        .isInstanceOf(ListingActNotPossible.class);
  }

  @Test
  void what_was_sent_back_goes_to_its_check_again_when_changed() {
    var back = draft().submit(Origin.FIRM, false, NOW).sentBack("请写明载重", LATER);
    assertThat(back.state()).isEqualTo(RETURNED);
    assertThat(back.reason()).isEqualTo("请写明载重");
    var again =
        back.changed(content("寻越障底盘，载重 350 公斤"), back.expiresOn(), Origin.FIRM, false, LATER);
    assertThat(again.state()).isEqualTo(PARK_CHECK);
    assertThat(again.reason()).isNull();
  }

  @Test
  void other_words_of_a_firm_are_checked_anew() {
    var changed = open().changed(content("代办各类资质"), TODAY.plusYears(1), Origin.FIRM, false, LATER);
    assertThat(changed.state()).isEqualTo(PARK_CHECK);
    assertThat(changed.announcements(open()))
        .hasAtLeastOneElementOfType(ListingClosed.class)
        .hasAtLeastOneElementOfType(ListingChanged.class);
  }

  @Test
  void another_last_day_needs_no_check() {
    var changed = open().changed(open().content(), TODAY.plusMonths(3), Origin.FIRM, false, LATER);
    assertThat(changed.state()).isEqualTo(OPEN);
    assertThat(changed.expiresOn()).isEqualTo(TODAY.plusMonths(3));
  }

  @Test
  void it_expires_and_is_renewed_for_twelve_months_from_that_day() {
    var expired = open().expire(LATER);
    assertThat(expired.state()).isEqualTo(EXPIRED);
    var renewed = expired.renew(TODAY, LATER);
    assertThat(renewed.state()).isEqualTo(OPEN);
    assertThat(renewed.expiresOn()).isEqualTo(TODAY.plusMonths(12));
  }

  @Test
  void it_pauses_and_resumes_without_becoming_new() {
    var resumed = open().pause(LATER).resume(LATER);
    assertThat(open().pause(LATER).state()).isEqualTo(PAUSED);
    assertThat(resumed.state()).isEqualTo(OPEN);
    assertThat(resumed.openedAt()).isEqualTo(NOW);
  }

  @Test
  void what_is_solved_stays_solved() {
    var solved = open().solve(LATER);
    assertThat(solved.state()).isEqualTo(SOLVED);
    assertThatThrownBy(() -> solved.renew(TODAY, LATER)).isInstanceOf(ListingActNotPossible.class);
    assertThatThrownBy(() -> solved.withdraw(LATER)).isInstanceOf(ListingActNotPossible.class);
    assertThatThrownBy(() -> solved.changed(content("另一条"), TODAY, Origin.PARK, false, LATER))
        .isInstanceOf(ListingActNotPossible.class);
  }

  @Test
  void what_a_park_withdrew_and_brings_again_is_open_again() {
    var withdrawn = open().withdraw(LATER);
    assertThat(withdrawn.state()).isEqualTo(WITHDRAWN);
    assertThat(withdrawn.says(withdrawn.content(), 2L, withdrawn.expiresOn())).isFalse();
    var again =
        withdrawn.changed(withdrawn.content(), withdrawn.expiresOn(), Origin.PARK, false, LATER);
    assertThat(again.state()).isEqualTo(OPEN);
  }

  @Test
  void its_ways_are_announced() {
    assertThat(open().announcements(null))
        .hasExactlyElementsOfTypes(ListingPosted.class, ListingOpened.class);
    assertThat(draft().announcements(null)).isEmpty();
    assertThat(open().pause(LATER).announcements(open()))
        .hasExactlyElementsOfTypes(ListingClosed.class);
    assertThat(open().sentBack("重复", LATER).announcements(open()))
        .hasExactlyElementsOfTypes(ListingReturned.class, ListingClosed.class);
  }

  @Test
  void the_last_day_counts_as_one_left() {
    assertThat(open().daysLeft(open().expiresOn())).isEqualTo(1);
    assertThat(open().daysLeft(open().expiresOn().plusDays(1))).isZero();
  }
}
