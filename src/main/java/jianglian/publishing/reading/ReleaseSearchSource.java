package jianglian.publishing.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.publishing.ReleaseState;
import jianglian.publishing.release.RichText;
import jianglian.search.SearchEntry;
import jianglian.search.SearchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Releases as the search index sees them. An industry is found under its ancestors too, a region
/// under its province; the alliance's own releases stand under the park `alliance`.
@Repository
class ReleaseSearchSource implements SearchSource {
  static final String ALLIANCE = "alliance";
  private static final int LONGEST_TEXT = 20_000;

  private final JdbcClient db;

  ReleaseSearchSource(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "release";
  }

  @Override
  public List<SearchEntry> load(Collection<Long> ids) {
    return db.sql(
            """
            select r.id, r.lang, r.kind, r.state, r.title, r.lead, r.body_html, r.document_number, r.issuer, r.industries,
              r.regions, r.audience, r.park_id, p.code as park_code, p.short_name as park, p.region as park_region,
              r.published_on, r.valid_until, coalesce(r.released_at, r.updated_at) as at, (
              select string_agg(concat_ws(' ', c.title, c.audience, array_to_string(c.conditions, ' '), c.support), E'\\n')
              from release_clause c where c.release_id = r.id) as clauses
            from release r left join park p on p.id = r.park_id
            where r.id = any(:ids) and r.state <> 'merged'
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query(ReleaseSearchSource::entry)
        .list();
  }

  @Override
  public List<Long> idsAfter(long after, int size) {
    return db.sql("select id from release where id > :after order by id limit :size")
        .param("after", after)
        .param("size", size)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private static SearchEntry entry(ResultSet row, int number) throws SQLException {
    var state = ReleaseState.of(row.getString("state"));
    return new SearchEntry(
        "release",
        row.getLong("id"),
        row.getString("lang"),
        visibility(state, row.getObject("park_id", Long.class)),
        row.getString("title"),
        text(row),
        keywords(row),
        row.getString("document_number"),
        facets(row),
        Map.of(),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("valid_until", LocalDate.class));
  }

  private static Set<String> visibility(ReleaseState state, @Nullable Long park) {
    if (state.open()) return Set.of("public");
    return park == null ? Set.of() : Set.of("park:" + park);
  }

  private static String text(ResultSet row) throws SQLException {
    var clauses = row.getString("clauses");
    var text = RichText.text(row.getString("body_html"));
    var all = clauses == null ? text : text + "\n" + clauses;
    return all.length() <= LONGEST_TEXT ? all : all.substring(0, LONGEST_TEXT);
  }

  private static List<String> keywords(ResultSet row) throws SQLException {
    var words = new ArrayList<String>();
    for (var column : List.of("issuer", "park")) {
      var word = row.getString(column);
      if (word != null) words.add(word);
    }
    for (var code : texts(row, "industries")) words.add(Industries.name(code));
    for (var code : texts(row, "regions")) words.add(Regions.name(code));
    return words;
  }

  private static Map<String, Set<String>> facets(ResultSet row) throws SQLException {
    var facets = new LinkedHashMap<String, Set<String>>();
    var park = row.getString("park_code");
    facets.put("kind", Set.of(row.getString("kind")));
    facets.put("state", Set.of(row.getString("state")));
    facets.put("park", Set.of(park == null ? ALLIANCE : park));
    facets.put("audience", Set.copyOf(texts(row, "audience")));
    facets.put("industry", industries(row));
    facets.put("region", regions(row));
    return facets;
  }

  private static Set<String> industries(ResultSet row) throws SQLException {
    var codes = new LinkedHashSet<String>();
    for (var code : texts(row, "industries")) {
      codes.add(code);
      codes.addAll(Industries.path(code));
    }
    return codes;
  }

  /// Where it holds; a release that names no region holds in its park's province.
  private static Set<String> regions(ResultSet row) throws SQLException {
    var codes = new LinkedHashSet<String>();
    var park = row.getString("park_region");
    var named = texts(row, "regions");
    for (var code : named.isEmpty() && park != null ? List.of(park) : named) {
      codes.add(code);
      codes.add(Regions.province(code));
    }
    return codes;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
