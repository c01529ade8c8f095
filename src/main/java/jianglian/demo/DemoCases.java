package jianglian.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.audit.Authority;
import jianglian.cases.CaseArchive;
import jianglian.cases.CaseArchive.PastCase;
import jianglian.cases.CaseArchive.PastEnd;
import jianglian.cases.CaseArchive.PastStep;
import jianglian.cases.CaseState;
import jianglian.cases.ClosingResult;
import jianglian.demo.DemoPeople.DemoPerson;
import jianglian.matching.CodedReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The demo's interests and cases: asked and accepted by the firms, moved by their parks' officers.
@Component
class DemoCases {
  private static final double SECONDS_A_DAY = 86_400;

  private final CaseArchive archive;
  private final Clock clock;

  DemoCases(CaseArchive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  /// Who acts for a listing: its firm, and its park's liaison officer.
  record Sides(
      Map<String, DemoListing> listings,
      Map<String, DemoOrganisation> firms,
      Map<String, DemoPark> parks,
      Map<String, DemoPerson> people,
      Ids ids) {
    Actor firm(String listing) {
      return actor(organisation(listing).key());
    }

    Actor officer(String listing) {
      return actor(known(parks, organisation(listing).park()).pinyin() + ".liaison");
    }

    private DemoOrganisation organisation(String listing) {
      return known(firms, known(listings, listing).organisation());
    }

    private Actor actor(String username) {
      var person = known(people, username);
      var authority = new Authority(0, person.role(), person.scope(), "");
      return new Actor.Person(ids.of(username), person.name(), List.of(authority), authority);
    }

    private static <T> T known(Map<String, T> all, String key) {
      var one = all.get(key);
      if (one == null) throw new IllegalStateException("the demo's files do not have " + key);
      return one;
    }
  }

  static <T> Map<String, T> by(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  /// In the order they were asked, so that numbers rise with time.
  void add(List<DemoCase> cases, Sides sides, Ids listings) {
    cases.stream()
        .sorted((a, b) -> Double.compare(b.askedDaysAgo(), a.askedDaysAgo()))
        .forEach(it -> archive.bring(past(it, sides, listings)));
  }

  private PastCase past(DemoCase it, Sides sides, Ids listings) {
    return new PastCase(
        listings.of(it.asker()),
        listings.of(it.accepter()),
        it.message(),
        sides.firm(it.asker()),
        ago(it.askedDaysAgo()),
        sides.firm(it.accepter()),
        it.acceptedDaysAgo() == null ? null : ago(it.acceptedDaysAgo()),
        it.steps().stream()
            .map(step ->
                new PastStep(
                    CaseState.of(step.to()),
                    sides.officer(it.of(step.side())),
                    ago(step.daysAgo()),
                    step.note(),
                    step.reason() == null ? null : CodedReason.find(step.reason()).orElseThrow()))
            .toList(),
        end(it, sides));
  }

  private @Nullable PastEnd end(DemoCase it, Sides sides) {
    var end = it.result();
    if (end == null) return null;
    return new PastEnd(
        ClosingResult.of(end.result()),
        sides.officer(it.of(end.side())),
        ago(end.daysAgo()),
        end.note());
  }

  private Instant ago(double days) {
    return clock.instant().minus(Duration.ofSeconds(Math.round(days * SECONDS_A_DAY)));
  }
}
