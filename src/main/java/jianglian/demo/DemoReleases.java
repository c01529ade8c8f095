package jianglian.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.publishing.ReleaseArchive;
import jianglian.publishing.ReleaseArchive.Past;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The demo's policies, notices and news, each on its day. The newest policies still wait for the
/// secretariat.
@Component
class DemoReleases {
  private static final int CHECKED_AFTER_DAYS = 13;

  private final ReleaseArchive archive;
  private final JsonMapper json;
  private final Clock clock;

  DemoReleases(ReleaseArchive archive, JsonMapper json, Clock clock) {
    this.archive = archive;
    this.json = json;
    this.clock = clock;
  }

  void add(List<DemoRelease> releases, Ids parks, Actor actor) {
    releases.stream()
        .collect(Collectors.groupingBy(it -> Optional.ofNullable(it.park())))
        .forEach((park, its) ->
            archive.bring(
                park.map(parks::of).orElse(null), actor, its.stream().map(this::past).toList()));
  }

  private Past past(DemoRelease it) {
    var at = clock.instant().minus(Duration.ofDays(it.publishedDaysAgo()));
    var published = !it.kind().equals("policy") || it.publishedDaysAgo() >= CHECKED_AFTER_DAYS;
    return new Past(it.key(), content(it), at, published);
  }

  private ObjectNode content(DemoRelease it) {
    var on = LocalDate.now(clock).minusDays(it.publishedDaysAgo());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", it.kind());
    fields.put("title", it.title());
    fields.put("summary", it.summary());
    fields.put("body", it.body());
    fields.put("bodyFormat", "markdown");
    fields.put("documentNumber", it.documentNumber());
    fields.put("issuer", it.issuer());
    fields.put("publishedOn", on.toString());
    if (it.validDays() != null) fields.put("validUntil", on.plusDays(it.validDays()).toString());
    fields.put("industries", Objects.requireNonNullElse(it.industries(), List.of()));
    fields.put("audience", Objects.requireNonNullElse(it.audience(), List.of()));
    fields.put("clauses", clauses(it));
    fields.values().removeIf(Objects::isNull);
    return json.valueToTree(fields);
  }

  private static List<Map<String, Object>> clauses(DemoRelease it) {
    var clauses = new ArrayList<Map<String, Object>>();
    for (var clause : Objects.requireNonNullElse(it.clauses(), List.<DemoRelease.Clause>of())) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("title", clause.title());
      fields.put("audience", clause.audience());
      fields.put("conditions", clause.conditions());
      fields.put("support", clause.support());
      fields.put("amountMax", clause.amountMax());
      fields.put("delivery", clause.delivery());
      fields.put("office", clause.office());
      fields.values().removeIf(Objects::isNull);
      clauses.add(fields);
    }
    return clauses;
  }
}
