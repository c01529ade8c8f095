package jianglian.publishing.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.publishing.release.Clause;
import jianglian.publishing.release.ReleaseContent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The versions of a release. Everyone sees those since it became public; its park and those who
/// read everything see all.
@Repository
class ReleaseHistory {
  private final JdbcClient db;
  private final JsonMapper json;

  ReleaseHistory(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  private record Kept(
      String title, int version, Instant at, String author, ReleaseContent content) {}

  record History(String title, List<VersionStep> steps) {}

  /// The newest version first; empty when the actor may not see the release.
  Optional<History> of(long release, Actor actor) {
    var versions =
        db.sql(
                """
                select r.title, v.version, v.at, v.content, coalesce(p.name, '') as author
                from release r
                join release_version v on v.release_id = r.id
                left join person p on v.author = 'person:' || p.id
                where r.id = :id and (r.park_id = any(:parks) or :all or (r.state in ('published', 'stale')
                  and v.version >= coalesce((select max(w.version) from release_version w
                    where w.release_id = r.id and w.at <= r.released_at), 1)))
                order by v.version
                """)
            .param("id", release)
            .param("parks", actor.officeOf().toArray(Long[]::new))
            .param("all", actor.readsAll())
            .query(this::kept)
            .list();
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(new History(versions.getFirst().title(), steps(versions)));
  }

  private Kept kept(ResultSet row, int number) throws SQLException {
    return new Kept(
        row.getString("title"),
        row.getInt("version"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("author"),
        json.readValue(row.getString("content"), ReleaseContent.class));
  }

  private static List<VersionStep> steps(List<Kept> versions) {
    var steps = new ArrayList<VersionStep>();
    ReleaseContent before = null;
    for (var it : versions) {
      steps.add(new VersionStep(it.version(), it.at(), it.author(), changes(before, it.content())));
      before = it.content();
    }
    Collections.reverse(steps);
    return steps;
  }

  private static List<VersionStep.FieldChange> changes(
      @Nullable ReleaseContent before, ReleaseContent after) {
    if (before == null) return List.of();
    var old = fields(before);
    var changes = new ArrayList<VersionStep.FieldChange>();
    fields(after)
        .forEach((name, text) -> {
          var lines = LineChanges.between(old.getOrDefault(name, ""), text);
          if (!lines.isEmpty()) changes.add(new VersionStep.FieldChange(name, lines));
        });
    return changes;
  }

  private static Map<String, String> fields(ReleaseContent it) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("kind", it.kind().code());
    fields.put("title", it.title());
    fields.put("summary", it.summary());
    fields.put("documentNumber", text(it.documentNumber()));
    fields.put("issuer", text(it.issuer()));
    fields.put("publishedOn", text(it.publishedOn()));
    fields.put("validUntil", text(it.validUntil()));
    fields.put("industries", String.join("\n", it.industries()));
    fields.put("regions", String.join("\n", it.regions()));
    fields.put("audience", String.join("\n", it.audience()));
    fields.put(
        "clauses",
        it.clauses().stream().map(ReleaseHistory::clause).collect(Collectors.joining("\n")));
    fields.put("sourceUrl", text(it.sourceUrl()));
    fields.put("body", it.body().source());
    return fields;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String clause(Clause it) {
    return String.join(
        " | ",
        it.title(),
        it.audience(),
        String.join("; ", it.conditions()),
        it.support(),
        text(it.amountMax()),
        it.delivery() == null ? "" : it.delivery().code(),
        text(it.office()));
  }
}
