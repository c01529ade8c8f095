package jianglian.parks.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.parks.Industries;
import jianglian.parks.Organisation;
import jianglian.parks.Organisations;
import jianglian.parks.Regions;
import jianglian.search.SearchEntry;
import jianglian.search.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Admitted organisations as the search index sees them.
@Repository
class OrganisationSource implements SearchSource {
  private final JdbcClient db;

  OrganisationSource(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "organisation";
  }

  @Override
  public List<SearchEntry> load(Collection<Long> ids) {
    return db.sql(
            """
            select o.*, k.code as park_code, k.short_name as park_name, k.region as park_region
            from organisation o join park k on k.id = o.park_id
            where o.id = any(:ids) and o.state = 'admitted'
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query(OrganisationSource::entry)
        .list();
  }

  @Override
  public List<Long> idsAfter(long after, int size) {
    return db.sql(
            "select id from organisation where id > :after and state = 'admitted' order by id limit :size")
        .param("after", after)
        .param("size", size)
        .query((row, _) -> row.getLong("id"))
        .list();
  }

  private static SearchEntry entry(ResultSet row, int number) throws SQLException {
    var it = Organisations.organisation(row, number);
    var decided = row.getObject("decided_at", OffsetDateTime.class);
    var at = decided == null ? row.getObject("created_at", OffsetDateTime.class) : decided;
    return new SearchEntry(
        "organisation",
        it.id(),
        it.lang(),
        Set.of("public"),
        it.name(),
        it.introduction(),
        keywords(it, row.getString("park_name")),
        it.registration().uscc(),
        facets(it, row.getString("park_code"), row.getString("park_region")),
        Map.of(),
        at.toInstant(),
        null);
  }

  private static List<String> keywords(Organisation it, String park) {
    var words = new ArrayList<>(it.qualifications());
    words.add(park);
    it.industries().forEach(code -> words.add(Industries.name(code)));
    return words;
  }

  private static Map<String, Set<String>> facets(Organisation it, String park, String parkRegion) {
    var industries = new LinkedHashSet<>(it.industries());
    it.industries().forEach(code -> industries.addAll(Industries.path(code)));
    var region = it.region() == null ? parkRegion : it.region();
    var facets = new LinkedHashMap<String, Set<String>>();
    facets.put("kind", Set.of(it.kind().code()));
    facets.put("park", Set.of(park));
    facets.put("industry", industries);
    facets.put("region", new LinkedHashSet<>(List.of(region, Regions.province(region))));
    facets.put("qualification", Set.copyOf(it.qualifications()));
    return facets;
  }
}
