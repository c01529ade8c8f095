package jianglian.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.parks.Uscc;
import jianglian.search.SearchChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The demo's fictional organisations, admitted by their parks. Their credit codes lie in a region
/// that does not exist (990000), so that none can be a real firm's.
@Component
class DemoOrganisations {
  private final JdbcClient db;
  private final JsonMapper json;
  private final AuditTrail audit;
  private final SearchChanges search;

  DemoOrganisations(JdbcClient db, JsonMapper json, AuditTrail audit, SearchChanges search) {
    this.db = db;
    this.json = json;
    this.audit = audit;
    this.search = search;
  }

  /// Adds them; the answer maps their keys to ids.
  Ids add(List<DemoOrganisation> organisations, Ids parks, Actor actor) {
    record Row(DemoOrganisation organisation, long park, String uscc) {}
    var rows = new ArrayList<Row>();
    for (var it : organisations) {
      rows.add(new Row(it, parks.of(it.park()), uscc(rows.size() + 1)));
    }
    var added =
        db.sql(
                """
                insert into organisation (park_id, name, kind, uscc, region, founded, employees, industries,
                  qualifications, introduction, contact_name, contact_title, state, decided_at, created_at)
                select park, o.name, kind, uscc, region, founded, employees,
                  array(select jsonb_array_elements_text(industries)),
                  array(select jsonb_array_elements_text(qualifications)),
                  introduction, contact ->> 'name', contact ->> 'title', 'admitted', now(), now()
                from jsonb_to_recordset(:rows::jsonb) as r (organisation jsonb, park bigint, uscc text),
                  jsonb_to_record(organisation) as o (name text, kind text, region text, founded int, employees int,
                    industries jsonb, qualifications jsonb, introduction text, contact jsonb)
                returning name, id
                """)
            .param("rows", json.writeValueAsString(rows))
            .query((row, _) -> Map.entry(row.getString("name"), row.getLong("id")))
            .list();
    var byName = added.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    var ids =
        new Ids(
            organisations.stream()
                .collect(
                    Collectors.toMap(DemoOrganisation::key, it -> new Ids(byName).of(it.name()))));
    audit.recordAll(
        organisations.stream()
            .map(it ->
                Act.of(actor, "organisation-admitted", "organisation", ids.of(it.key()))
                    .in(parks.of(it.park())))
            .toList());
    search.changed("organisation", ids.all());
    return ids;
  }

  private static String uscc(int n) {
    return Uscc.completing("91990000MADEM0%03d".formatted(n)).code();
  }
}
