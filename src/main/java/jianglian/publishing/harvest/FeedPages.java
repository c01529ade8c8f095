package jianglian.publishing.harvest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jianglian.publishing.release.Body;
import jianglian.publishing.release.BodyFormat;
import jianglian.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the pages of feeds show.
@Repository
class FeedPages {
  private static final int PART = 20;
  private static final int DECIDED = 10;

  private final JdbcClient db;

  FeedPages(JdbcClient db) {
    this.db = db;
  }

  List<FeedRow> feeds(long park) {
    return db.sql(
            """
            select s.*, (select count(*) from feed_proposal p where p.source_id = s.id and p.state = 'open') as waiting
            from feed_source s
            where s.park_id = :park and s.removed_at is null
            order by s.id
            """)
        .param("park", park)
        .query((row, n) -> new FeedRow(FeedSources.source(row, n), row.getLong("waiting")))
        .list();
  }

  /// Open proposals, those that were on the site last first.
  Slice<ProposalCard> waiting(long source, long before) {
    var rows =
        db.sql(
                """
                select p.*, r.title as old_title, r.body_html as old_body, r.source_url as old_link
                from feed_proposal p left join release r on r.id = p.release_id
                where p.source_id = :source and p.state = 'open' and p.id < :before
                order by p.id desc
                limit :part
                """)
            .param("source", source)
            .param("before", before)
            .param("part", PART + 1)
            .query(FeedPages::card)
            .list();
    return Slice.of(rows, PART, it -> String.valueOf(it.id()));
  }

  private static ProposalCard card(ResultSet row, int number) throws SQLException {
    var changes =
        row.getString("old_title") == null
            ? ItemChanges.NONE
            : ItemChanges.between(
                new FeedItem(
                    "",
                    row.getString("old_title"),
                    row.getString("old_body"),
                    row.getString("old_link"),
                    null),
                new FeedItem(
                    "",
                    row.getString("title"),
                    row.getString("body_html"),
                    row.getString("source_url"),
                    null));
    return new ProposalCard(
        row.getLong("id"),
        row.getString("title"),
        Body.of(row.getString("body_html"), BodyFormat.HTML).lead(),
        row.getString("source_url"),
        row.getObject("published_on", LocalDate.class),
        row.getObject("found_at", OffsetDateTime.class).toInstant(),
        row.getObject("release_id", Long.class),
        changes.fields(),
        changes.more());
  }

  List<DecidedProposal> decided(long source) {
    return db.sql(
            """
            select p.id, p.title, p.source_url, p.state, p.decided_at, coalesce(d.name, '') as by, p.release_id,
              r.state as release_state
            from feed_proposal p
            left join person d on d.id = p.decided_by
            left join release r on r.id = p.release_id
            where p.source_id = :source and p.state in ('approved', 'rejected')
            order by p.decided_at desc, p.id desc
            limit :shown
            """)
        .param("source", source)
        .param("shown", DECIDED)
        .query((row, _) ->
            new DecidedProposal(
                row.getLong("id"),
                row.getString("title"),
                row.getString("source_url"),
                row.getString("state").equals("approved"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                row.getObject("release_id", Long.class),
                row.getString("release_state")))
        .list();
  }
}
