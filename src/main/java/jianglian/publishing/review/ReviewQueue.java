package jianglian.publishing.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.release.AllianceCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits for the alliance, the oldest first: releases in review, and public ones of a checked
/// kind that changed since they were looked at.
@Repository
class ReviewQueue {
  static final int SHOWN = 50;

  private final JdbcClient db;
  private final AllianceCheck check;

  ReviewQueue(JdbcClient db, AllianceCheck check) {
    this.db = db;
    this.check = check;
  }

  List<WaitingRelease> waiting() {
    return db.sql(
            """
            select r.id, r.kind, r.title, r.lead, r.document_number, r.issuer, coalesce(p.short_name, '') as park,
              r.published_on, r.updated_at, r.state <> 'in-review' as open, r.version, t.id as twin, t.title as twin_title,
              coalesce(q.short_name, '') as twin_park
            from release r
            left join park p on p.id = r.park_id
            left join lateral (
              select o.id, o.title, o.park_id from release o
              where o.id <> r.id and o.state in ('published', 'stale')
                and (o.title_key = r.title_key or (o.document_agency = r.document_agency
                  and o.document_year = r.document_year and o.document_serial = r.document_serial))
              order by o.id limit 1) t on true
            left join park q on q.id = t.park_id
            where
            """
                + condition()
                + " order by r.updated_at, r.id limit :shown")
        .param("shown", SHOWN)
        .query((row, _) ->
            new WaitingRelease(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("lead"),
                row.getString("document_number"),
                row.getString("issuer"),
                row.getString("park"),
                row.getObject("published_on", LocalDate.class),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("open"),
                row.getInt("version"),
                row.getObject("twin", Long.class),
                row.getString("twin_title"),
                row.getString("twin_park")))
        .list();
  }

  long count() {
    return db.sql("select count(*) from release r where " + condition())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /// Of a row r of releases: it waits for the alliance.
  String condition() {
    var checked =
        Arrays.stream(ReleaseKind.values())
            .filter(check::asksFor)
            .map(ReleaseKind::code)
            .collect(Collectors.joining(","));
    return """
    (r.state = 'in-review' or (r.state in ('published', 'stale') and r.park_id is not null
      and r.kind = any('{%s}') and coalesce(r.checked_version, 0) < r.version))
    """
        .formatted(checked);
  }
}
