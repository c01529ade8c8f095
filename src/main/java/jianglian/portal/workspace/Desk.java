package jianglian.portal.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jianglian.audit.Authority;
import jianglian.portal.workspace.Own.Tally;
import jianglian.web.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What lies on someone's desk besides the work list; one question to the database, whichever the
/// authority.
@Repository
class Desk {
  private static final Choice POST_NEED = new Choice("/needs/new", "home.post-need");
  private static final Choice POST_OFFER = new Choice("/offers/new", "home.post-offer");

  private static final Choice THESES = new Choice("/theses", "desk.theses");

  private final JdbcClient db;

  Desk(JdbcClient db) {
    this.db = db;
  }

  Own of(Authority authority) {
    return switch (authority.role()) {
      case ORGANISATION_ADMINISTRATOR, ORGANISATION_MEMBER -> firm(authority.scope().id());
      case PARK_ADMINISTRATOR -> park(authority.scope().id(), true);
      case LIAISON -> park(authority.scope().id(), false);
      case SECRETARIAT_ADMINISTRATOR, SECRETARIAT, AUDITOR, COUNCIL_MEMBER -> alliance();
    };
  }

  private Own firm(long organisation) {
    var invests = new AtomicBoolean();
    var listings =
        db.sql(
                """
                select o.kind = 'investor' as invests, l.id, l.side, l.title, l.state, l.expires_on,
                  (select count(*) from match m where m.for_side = 'need' and m.need_id = l.id and l.side = 'need')
                    + (select count(*) from match m where m.for_side = 'offer' and m.offer_id = l.id and l.side = 'offer')
                    as matches,
                  (select count(*) from interest i where i.state = 'waiting' and i.from_side <> l.side
                     and l.id = case l.side when 'need' then i.need_id else i.offer_id end) as asked,
                  (select count(*) from interest i where i.state = 'waiting' and i.from_side = l.side
                     and l.id = case l.side when 'need' then i.need_id else i.offer_id end) as asking
                from organisation o
                left join listing l on l.organisation_id = o.id and l.state <> 'withdrawn'
                where o.id = :organisation
                order by l.updated_at desc nulls last, l.id desc
                limit 50
                """)
            .param("organisation", organisation)
            .query((row, _) -> {
              invests.set(row.getBoolean("invests"));
              return own(row);
            })
            .list();
    return new Own(
        List.of(),
        listings.stream().flatMap(Optional::stream).toList(),
        "/organisations/" + organisation,
        invests.get() ? List.of(THESES, POST_NEED, POST_OFFER) : List.of(POST_NEED, POST_OFFER));
  }

  /// Empty for the one row of a firm that has none.
  private static Optional<OwnListing> own(ResultSet row) throws SQLException {
    if (row.getString("side") == null) return Optional.empty();
    return Optional.of(
        new OwnListing(
            row.getLong("id"),
            row.getString("side"),
            row.getString("title"),
            row.getString("state"),
            row.getObject("expires_on", LocalDate.class),
            row.getInt("matches"),
            row.getInt("asked"),
            row.getInt("asking")));
  }

  private Own park(long park, boolean administers) {
    return db.sql(
            """
            select code,
              (select count(*) from listing where park_id = :park and state = 'park-check') as to_check,
              (select count(*) from organisation where park_id = :park and state = 'pending') as pending,
              (select count(*) from organisation where park_id = :park and state = 'admitted') as firms,
              (select count(*) from listing where park_id = :park and state = 'open' and side = 'need') as needs,
              (select count(*) from listing where park_id = :park and state = 'open' and side = 'offer') as offers,
              (select count(*) from release where park_id = :park and state in ('published', 'stale')) as releases,
              (select count(distinct s.case_id) from case_side s join introduction_case c on c.id = s.case_id
               where s.park_id = :park and c.state not in ('realised', 'not-reached', 'closed')) as cases
            from park where id = :park
            """)
        .param("park", park)
        .query((row, _) -> {
          var code = row.getString("code");
          var page = "/parks/" + code;
          var hall = "/hall?park=" + code;
          return new Own(
              List.of(
                  new Tally("desk.to-check", row.getLong("to_check"), "/review/listings"),
                  new Tally("desk.pending", row.getLong("pending"), "/admissions"),
                  new Tally("desk.cases", row.getLong("cases"), "/cases"),
                  new Tally("desk.firms", row.getLong("firms"), page + "/organisations"),
                  new Tally("desk.needs", row.getLong("needs"), hall + "&side=need"),
                  new Tally("desk.offers", row.getLong("offers"), hall + "&side=offer"),
                  new Tally("desk.releases", row.getLong("releases"), "/releases?park=" + code)),
              List.of(),
              page,
              List.of(
                  administers
                      ? new Choice("/park-interface", "desk.park-interface")
                      : new Choice("/park-interface/releases", "desk.own-releases"),
                  POST_NEED,
                  POST_OFFER));
        })
        .optional()
        .orElse(Own.NOTHING);
  }

  private Own alliance() {
    return db.sql(
            """
            select
              (select count(*) from release where state = 'in-review') as releases,
              (select count(*) from listing where state = 'alliance-check') as to_check,
              (select count(*) from organisation where state = 'pending') as pending,
              (select count(distinct case_id) from case_side where due_at < now()) as late,
              (select count(*) from introduction_case where state not in ('realised', 'not-reached', 'closed')) as cases,
              (select count(*) from listing where state = 'open') as open,
              (select count(*) from organisation where state = 'admitted') as firms,
              (select count(*) from park where state = 'member') as parks
            """)
        .query((row, _) ->
            new Own(
                List.of(
                    new Tally("desk.to-release", row.getLong("releases"), "/review/releases"),
                    new Tally("desk.to-check-again", row.getLong("to_check"), "/review/listings"),
                    new Tally("desk.pending", row.getLong("pending"), "/admissions"),
                    new Tally("desk.late", row.getLong("late"), "/cases?state=late"),
                    new Tally("desk.cases", row.getLong("cases"), "/cases"),
                    new Tally("desk.open", row.getLong("open"), "/hall"),
                    new Tally("desk.firms", row.getLong("firms"), "/search?kind=organisation"),
                    new Tally("desk.parks", row.getLong("parks"), "/figures")),
                List.of(),
                null,
                List.of()))
        .single();
  }
}
