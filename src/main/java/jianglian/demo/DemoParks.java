package jianglian.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.search.SearchChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The 51 parks of the demo: names and places are facts, that they are members is our assumption.
@Component
class DemoParks {
  private final JdbcClient db;
  private final JsonMapper json;
  private final AuditTrail audit;
  private final SearchChanges search;

  DemoParks(JdbcClient db, JsonMapper json, AuditTrail audit, SearchChanges search) {
    this.db = db;
    this.json = json;
    this.audit = audit;
    this.search = search;
  }

  /// Adds the parks; the answer maps their codes to ids.
  Ids add(List<DemoPark> parks, Actor actor) {
    var rows =
        db.sql(
                """
                insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude,
                  founder, state, joined_on, introduction, introduction_en, industries)
                select code, name, "shortName", "nameEn", pinyin, province, region, city, longitude, latitude,
                  founder, 'member', date '2023-07-01', introduction, "introductionEn",
                  array(select jsonb_array_elements_text(industries))
                from jsonb_to_recordset(:parks::jsonb) as p (code text, name text, "shortName" text, "nameEn" text,
                  pinyin text, province text, region text, city text, longitude double precision,
                  latitude double precision, founder boolean, introduction text, "introductionEn" text, industries jsonb)
                returning code, id
                """)
            .param("parks", json.writeValueAsString(parks))
            .query((row, _) -> Map.entry(row.getString("code"), row.getLong("id")))
            .list();
    var ids =
        new Ids(rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    audit.recordAll(
        ids.all().stream().map(id -> Act.of(actor, "park-added", "park", id).in(id)).toList());
    search.changed("park", ids.all());
    return ids;
  }
}
