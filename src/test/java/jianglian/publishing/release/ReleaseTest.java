package jianglian.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import jianglian.publishing.IntakeJson;
import jianglian.publishing.ReleaseState;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");

  private static ReleaseCommand command(String json) {
    return ReleaseCommand.read("p-1", IntakeJson.object(json));
  }

  private static Release delivered(boolean check, String json) {
    var command = command(json);
    assertThat(command.faultsOfNew()).isEmpty();
    var says = command.over(Release.blank(LocalDate.of(2026, 6, 1)), Set.of());
    return Release.draft(1, 7L, "p-1", says, NOW)
        .delivered(command.digest(), command.deliveredAt())
        .submit(check, NOW);
  }

  private static final String POLICY =
      "{\"kind\":\"policy\",\"title\":\"措施\",\"body\":\"正文\",\"issuer\":\"管委会\"}";

  @Test
  void a_checked_kind_waits_and_others_are_published_at_once() {
    assertThat(delivered(true, POLICY).state()).isEqualTo(ReleaseState.IN_REVIEW);
    assertThat(delivered(false, POLICY).state()).isEqualTo(ReleaseState.PUBLISHED);
  }

  @Test
  void a_release_is_published_only_from_review() {
    var published = delivered(true, POLICY).publish(NOW);
    assertThat(published.state()).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(published.checkedVersion()).isEqualTo(1);
    assertThatThrownBy(() -> published.publish(NOW)).isInstanceOf(NotInReview.class);
    assertThatThrownBy(() -> published.returnWith("重写", NOW)).isInstanceOf(NotInReview.class);
  }

  @Test
  void a_field_left_out_stays_and_null_empties_it() {
    var release = delivered(false, POLICY);
    var changed = release.redelivered(command("{\"title\":\"新措施\",\"issuer\":null}"), false, NOW);
    assertThat(changed.content().title()).isEqualTo("新措施");
    assertThat(changed.content().issuer()).isNull();
    assertThat(changed.content().body().source()).isEqualTo("正文");
    assertThat(changed.version()).isEqualTo(2);
  }

  @Test
  void the_same_content_in_other_words_changes_nothing() {
    var release = delivered(false, POLICY);
    assertThat(release.redelivered(command("{\"title\": \" 措施 \"}"), false, NOW))
        .isEqualTo(release);
  }

  @Test
  void an_older_delivery_that_arrives_late_changes_nothing() {
    var release =
        delivered(false, POLICY.replace("}", ",\"deliveredAt\":\"2026-06-01T10:00:00+08:00\"}"));
    var late = command("{\"title\":\"旧\",\"deliveredAt\":\"2026-06-01T09:00:00+08:00\"}");
    assertThat(release.redelivered(late, false, NOW)).isEqualTo(release);
  }

  @Test
  void what_a_person_confirmed_survives_a_redelivery() {
    var release = delivered(false, POLICY);
    var says = command("{\"title\":\"人工改正\"}").over(release.content(), Set.of());
    var edited = release.edited(says, Set.of("title"), false, NOW);
    var again = edited.redelivered(command("{\"title\":\"系统标题\",\"issuer\":\"新管委会\"}"), false, NOW);
    assertThat(again.content().title()).isEqualTo("人工改正");
    assertThat(again.content().issuer()).isEqualTo("新管委会");
  }

  @Test
  void what_is_public_stays_public_when_it_changes_and_shows_for_a_second_look() {
    var published = delivered(true, POLICY).publish(NOW);
    var changed = published.redelivered(command("{\"title\":\"新措施\"}"), true, NOW);
    assertThat(changed.state()).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(changed.checkedVersion()).isLessThan(changed.version());
    assertThat(changed.confirmChange(NOW).checkedVersion()).isEqualTo(2);
  }

  @Test
  void a_returned_release_waits_again_after_a_change_whatever_its_kind() {
    var returned = delivered(true, POLICY).returnWith("缺少依据", NOW);
    assertThat(returned.redelivered(command(POLICY), false, NOW)).isEqualTo(returned);
    assertThat(returned.redelivered(command("{\"title\":\"改\"}"), false, NOW).state())
        .isEqualTo(ReleaseState.IN_REVIEW);
  }

  @Test
  void a_park_brings_back_what_it_withdrew_but_not_what_the_alliance_took_off() {
    var published = delivered(false, POLICY);
    var own = published.withdraw(null, false, NOW);
    assertThat(own.redelivered(command(POLICY), false, NOW).state())
        .isEqualTo(ReleaseState.PUBLISHED);
    var taken = published.withdraw("内容有误", true, NOW);
    assertThat(taken.redelivered(command(POLICY), false, NOW)).isEqualTo(taken);
    assertThatThrownBy(() -> taken.withdraw(null, false, NOW)).isInstanceOf(AlreadyGone.class);
  }

  @Test
  void validity_that_has_run_out_makes_it_stale_and_a_longer_one_fresh_again() {
    var release = delivered(false, POLICY.replace("}", ",\"validUntil\":\"2026-06-10\"}"));
    var later = NOW.plus(Duration.ofDays(11));
    assertThatThrownBy(() -> release.expire(NOW)).isInstanceOf(StillValid.class);
    var stale = release.expire(later);
    assertThat(stale.state()).isEqualTo(ReleaseState.STALE);
    assertThat(stale.redelivered(command("{\"validUntil\":\"2027-01-01\"}"), false, later).state())
        .isEqualTo(ReleaseState.PUBLISHED);
  }

  @Test
  void twins_are_merged_into_what_is_public() {
    var release = delivered(false, POLICY);
    var other = delivered(true, POLICY);
    assertThatThrownBy(() -> release.mergeInto(release, NOW)).isInstanceOf(CannotMergeInto.class);
    assertThatThrownBy(() -> release.mergeInto(other, NOW)).isInstanceOf(CannotMergeInto.class);
  }

  @Test
  void fields_handed_back_follow_the_parks_system_from_its_next_delivery_on() {
    var release = delivered(false, POLICY);
    var says = command("{\"title\":\"人工改正\"}").over(release.content(), Set.of());
    var edited = release.edited(says, Set.of("title"), false, NOW);
    assertThat(edited.redelivered(command(POLICY), false, NOW)).isEqualTo(edited);
    var free = edited.handedBack(Set.of("title"));
    assertThat(free.redelivered(command(POLICY), false, NOW).content().title()).isEqualTo("措施");
    assertThat(edited.handedBack(Set.of("issuer"))).isEqualTo(edited);
  }

  @Test
  void what_a_person_took_off_stays_off_until_a_person_brings_it_back() {
    var off = delivered(true, POLICY).publish(NOW).takenOff(NOW);
    var told = off.redelivered(command("{\"title\":\"新措施\"}"), true, NOW);
    assertThat(told.state()).isEqualTo(ReleaseState.WITHDRAWN);
    assertThat(told.content().title()).isEqualTo("新措施");
    assertThat(off.broughtBack(true, NOW).state()).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(told.broughtBack(true, NOW).state()).isEqualTo(ReleaseState.IN_REVIEW);
    assertThat(off.broughtBack(true, NOW).confirmed()).isEmpty();
  }

  @Test
  void a_person_does_not_bring_back_what_the_alliance_took_off_nor_what_is_there() {
    var published = delivered(false, POLICY);
    assertThatThrownBy(() -> published.broughtBack(false, NOW)).isInstanceOf(NotWithdrawn.class);
    var taken = published.withdraw("内容有误", true, NOW);
    assertThatThrownBy(() -> taken.broughtBack(false, NOW)).isInstanceOf(TakenOffByAlliance.class);
  }

  @Test
  void only_what_is_not_handed_in_is_saved_as_a_draft() {
    var published = delivered(false, POLICY);
    var says = command("{\"title\":\"半成品\"}").over(published.content(), Set.of());
    assertThatThrownBy(() -> published.saved(says, Set.of("title"), NOW))
        .isInstanceOf(AlreadySubmitted.class);
    var returned = delivered(true, POLICY).returnWith("缺少依据", NOW);
    assertThat(returned.saved(says, Set.of("title"), NOW).state()).isEqualTo(ReleaseState.RETURNED);
  }

  @Test
  void what_has_run_out_holds_again_when_someone_says_so() {
    var release = delivered(false, POLICY.replace("}", ",\"validUntil\":\"2026-05-01\"}"));
    assertThat(release.state()).isEqualTo(ReleaseState.STALE);
    var held = release.stillValid(null, NOW);
    assertThat(held.state()).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(held.confirmed()).containsExactly("validUntil");
    assertThatThrownBy(() -> held.stillValid(null, NOW)).isInstanceOf(StillValid.class);
  }
}
