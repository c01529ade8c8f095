package jianglian.cases.introductions;

import static jianglian.cases.CaseState.AGREEMENT;
import static jianglian.cases.CaseState.CLOSED;
import static jianglian.cases.CaseState.IN_CONTACT;
import static jianglian.cases.CaseState.LETTER_OF_INTENT;
import static jianglian.cases.CaseState.MET;
import static jianglian.cases.CaseState.NOT_REACHED;
import static jianglian.cases.CaseState.REALISED;
import static jianglian.cases.CaseState.TAKEN;
import static jianglian.cases.CaseState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.cases.CaseState;
import jianglian.cases.ClosingResult;
import jianglian.liaison.Due;
import jianglian.matching.CodedReason;
import jianglian.web.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntroductionCaseTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
  private static final Due THURSDAY = new Due(Instant.parse("2026-11-26T15:59:59Z"), false);
  private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");
  private static final Due LATER = new Due(Instant.parse("2026-12-05T15:59:59Z"), false);
  private static final Turn LEAD = new Turn(Turn.LEAD, LATER);

  private static final long WANG = 11;
  private static final long ZHOU = 12;
  private static final long CHEN = 21;
  private static final long HE = 22;

  private static CaseSide side(int position, SideRole role, long officer, long substitute) {
    return new CaseSide(
        position,
        role,
        100L + position,
        200L + position,
        officer,
        substitute,
        MONDAY,
        THURSDAY,
        null,
        null,
        null);
  }

  private static IntroductionCase opened() {
    return new IntroductionCase(
        1,
        "对接-2026-000123",
        "消防机器人越障底盘",
        9L,
        WAITING,
        MONDAY,
        null,
        List.of(side(0, SideRole.NEED, WANG, ZHOU), side(1, SideRole.OFFER, CHEN, HE)));
  }

  private static IntroductionCase in(CaseState state) {
    var taken = opened().take(0, WANG, LEAD, MONDAY).take(1, CHEN, LEAD, MONDAY);
    return new IntroductionCase(
        1, taken.number(), taken.title(), 9L, state, MONDAY, null, taken.sides());
  }

  private static final Map<CaseState, Set<CaseState>> ALLOWED =
      Map.of(
          WAITING, Set.of(),
          TAKEN, Set.of(IN_CONTACT, MET, NOT_REACHED),
          IN_CONTACT, Set.of(MET, NOT_REACHED),
          MET, Set.of(LETTER_OF_INTENT, AGREEMENT, NOT_REACHED),
          LETTER_OF_INTENT, Set.of(AGREEMENT, NOT_REACHED),
          AGREEMENT, Set.of(REALISED, NOT_REACHED),
          REALISED, Set.of(),
          NOT_REACHED, Set.of(IN_CONTACT),
          CLOSED, Set.of());

  @ParameterizedTest
  @EnumSource(CaseState.class)
  void from_each_state_only_its_own_steps_are_taken(CaseState from) {
    for (var to : CaseState.values()) {
      if (ALLOWED.get(from).contains(to)) {
        assertThat(in(from).step(to, LEAD, FRIDAY).state()).isEqualTo(to);
      } else if (from == CLOSED) {
        assertThatThrownBy(() -> in(from).step(to, LEAD, FRIDAY)).isInstanceOf(CaseIsClosed.class);
      } else {
        assertThatThrownBy(() -> in(from).step(to, LEAD, FRIDAY))
            .isInstanceOf(StepNotPossible.class);
      }
    }
  }

  @Test
  void taking_stops_the_clock_of_that_side_only() {
    var taken = opened().take(1, CHEN, LEAD, MONDAY);
    assertThat(taken.state()).isEqualTo(WAITING);
    assertThat(taken.side(1).due()).isNull();
    assertThat(taken.side(1).takenBy()).isEqualTo(CHEN);
    assertThat(taken.side(0).due()).isEqualTo(THURSDAY);
  }

  @Test
  void the_case_is_taken_when_every_side_is_and_then_the_lead_has_the_turn() {
    var taken = opened().take(1, CHEN, LEAD, MONDAY).take(0, WANG, LEAD, FRIDAY);
    assertThat(taken.state()).isEqualTo(TAKEN);
    assertThat(taken.stateAt()).isEqualTo(FRIDAY);
    assertThat(taken.side(0).due()).isEqualTo(LATER);
    assertThat(taken.side(1).due()).isNull();
  }

  @Test
  void a_side_is_taken_only_once() {
    var taken = opened().take(1, CHEN, LEAD, MONDAY);
    assertThatThrownBy(() -> taken.take(1, HE, LEAD, MONDAY)).isInstanceOf(SideAlreadyTaken.class);
  }

  @Test
  void who_takes_it_looks_after_it_and_who_should_have_stands_by() {
    var byColleague = opened().take(1, 77L, LEAD, MONDAY).side(1);
    assertThat(byColleague.officer()).isEqualTo(77L);
    assertThat(byColleague.substitute()).isEqualTo(CHEN);

    var bySubstitute = opened().take(1, HE, LEAD, MONDAY).side(1);
    assertThat(bySubstitute.officer()).isEqualTo(HE);
    assertThat(bySubstitute.substitute()).isEqualTo(CHEN);

    var byParkSystem = opened().take(1, null, LEAD, MONDAY).side(1);
    assertThat(byParkSystem.officer()).isEqualTo(CHEN);
    assertThat(byParkSystem.substitute()).isEqualTo(HE);
  }

  @Test
  void who_takes_a_case_of_a_park_without_officers_becomes_its_officer() {
    var alone =
        new CaseSide(0, SideRole.NEED, null, 200, null, null, MONDAY, THURSDAY, null, null, null);
    var taken = alone.take(77L, MONDAY);
    assertThat(taken.officer()).isEqualTo(77L);
    assertThat(taken.substitute()).isNull();
  }

  @Test
  void a_step_says_whose_turn_it_is_then() {
    var both = in(IN_CONTACT).step(MET, new Turn(Set.of(0, 1), LATER), FRIDAY);
    assertThat(both.sides()).extracting(CaseSide::due).containsExactly(LATER, LATER);
    var theirs = in(IN_CONTACT).step(MET, new Turn(Set.of(1), LATER), FRIDAY);
    assertThat(theirs.sides()).extracting(CaseSide::due).containsExactly(null, LATER);
  }

  @Test
  void a_late_side_goes_to_its_substitute_and_its_clock_runs_on() {
    var late = opened().late(1, FRIDAY).side(1);
    assertThat(late.officer()).isEqualTo(HE);
    assertThat(late.substitute()).isEqualTo(CHEN);
    assertThat(late.due()).isEqualTo(THURSDAY);
    assertThat(late.lateAt()).isEqualTo(FRIDAY);
  }

  @Test
  void a_late_side_without_a_substitute_stays_where_it_is() {
    var alone =
        new CaseSide(0, SideRole.NEED, null, 200, WANG, null, MONDAY, THURSDAY, null, null, null);
    assertThat(alone.late(FRIDAY).officer()).isEqualTo(WANG);
    assertThat(alone.late(FRIDAY).lateAt()).isEqualTo(FRIDAY);
  }

  @Test
  void taking_too_late_is_remembered_even_before_the_clock_was_looked_at() {
    assertThat(opened().take(1, CHEN, LEAD, FRIDAY).side(1).lateAt()).isEqualTo(FRIDAY);
    assertThat(opened().take(1, CHEN, LEAD, MONDAY).side(1).lateAt()).isNull();
  }

  @Test
  void handing_over_swaps_officer_and_substitute() {
    var handed = opened().handOver(0).side(0);
    assertThat(handed.officer()).isEqualTo(ZHOU);
    assertThat(handed.substitute()).isEqualTo(WANG);
  }

  @Test
  void without_a_substitute_nothing_is_handed_over() {
    var alone =
        new CaseSide(0, SideRole.NEED, null, 200, WANG, null, MONDAY, THURSDAY, null, null, null);
    assertThatThrownBy(alone::handOver).isInstanceOf(NoSubstitute.class);
  }

  private static Closing closing(ClosingResult result) {
    return new Closing(result, result.needsReason() ? CodedReason.TOO_EARLY : null);
  }

  @ParameterizedTest
  @EnumSource(CaseState.class)
  void a_case_ends_in_a_way_that_fits_where_it_stands(CaseState from) {
    for (var result : ClosingResult.values()) {
      var fits =
          switch (from) {
            case WAITING -> result == ClosingResult.REFUSED;
            case REALISED -> result == ClosingResult.HELPED;
            case CLOSED -> false;
            default -> true;
          };
      if (fits) {
        var closed = in(from).close(closing(result), FRIDAY);
        assertThat(closed.state()).isEqualTo(CLOSED);
        assertThat(closed.sides()).allMatch(it -> it.due() == null);
      } else {
        assertThatThrownBy(() -> in(from).close(closing(result), FRIDAY))
            .isInstanceOfAny(ResultNotPossible.class, CaseIsClosed.class);
      }
    }
  }

  @Test
  void only_who_was_unreachable_or_refused_has_a_reason() {
    for (var result : ClosingResult.values()) {
      var wrong = result.needsReason() ? null : CodedReason.OTHER;
      assertThatThrownBy(() -> new Closing(result, wrong)).isInstanceOf(InvalidInput.class);
    }
    assertThat(Arrays.stream(ClosingResult.values()).filter(ClosingResult::needsReason))
        .containsExactly(ClosingResult.UNREACHABLE, ClosingResult.REFUSED);
  }

  @Test
  void a_closed_case_takes_no_more_acts() {
    var closed = in(MET).close(closing(ClosingResult.HELPED), FRIDAY);
    assertThatThrownBy(() -> closed.take(0, WANG, LEAD, FRIDAY)).isInstanceOf(CaseIsClosed.class);
    assertThatThrownBy(() -> closed.handOver(0)).isInstanceOf(CaseIsClosed.class);
  }
}
