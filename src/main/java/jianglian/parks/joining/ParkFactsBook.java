package jianglian.parks.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.parks.Industries;
import jianglian.parks.Park;
import jianglian.search.SearchChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class ParkFactsBook {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final SearchChanges search;

  ParkFactsBook(JdbcClient db, AuditTrail audit, SearchChanges search) {
    this.db = db;
    this.audit = audit;
    this.search = search;
  }

  ParkFactsForm form(long park) {
    return db.sql(
            "select website, introduction, introduction_en, industries from park where id = :id")
        .param("id", park)
        .query((row, _) ->
            new ParkFactsForm(
                row.getString("website"),
                row.getString("introduction"),
                row.getString("introduction_en"),
                Stream.of((String[]) row.getArray("industries").getArray())
                    .map(Industries::name)
                    .collect(Collectors.joining("、"))))
        .single();
  }

  @Transactional
  void save(Park park, ParkFacts facts, Actor actor) {
    db.sql(
            """
            update park set website = :website, introduction = :introduction, introduction_en = :english,
              industries = :industries, version = version + 1
            where id = :id
            """)
        .param("website", facts.website())
        .param("introduction", facts.introduction())
        .param("english", facts.introductionEn())
        .param("industries", facts.industries().toArray(String[]::new))
        .param("id", park.id())
        .update();
    audit.record(
        Act.of(actor, "park-described", "park", park.id())
            .in(park.id())
            .with(Map.of("industries", List.copyOf(facts.industries()))));
    search.changed("park", park.id());
  }
}
