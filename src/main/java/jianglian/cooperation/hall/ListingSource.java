package jianglian.cooperation.hall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jianglian.cooperation.Amount;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.search.SearchEntry;
import jianglian.search.SearchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Needs or offers as the search index sees them. `industry` holds the codes with their ancestors;
/// `region` and `place` say where its park lies, from the district up to the province; `reach` is
/// where the counterpart may be, absent where it may be anywhere; `bearer` the kind of
/// organisation. What is about capital says its `stage`, `instrument` and the industries it
/// `excludes`, and as numbers `sumMin` and `sumMax` what is sought or given at a time, however open
/// an end. Drafts and what was withdrawn are not searched.
record ListingSource(Side side, JdbcClient db) implements SearchSource {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Override
  public String kind() {
    return side.code();
  }

  @Override
  public List<SearchEntry> load(Collection<Long> ids) {
    return db.sql(
            "select "
                + Listings.COLUMNS
                + """
                , p.code as park_code, p.region as park_region, o.kind as bearer
                from listing l
                join park p on p.id = l.park_id
                left join organisation o on o.id = l.organisation_id
                where l.id = any(:ids) and l.side = :side and l.state not in ('draft', 'withdrawn')
                """)
        .param("ids", ids.toArray(Long[]::new))
        .param("side", side.code())
        .query(this::entry)
        .list();
  }

  @Override
  public List<Long> idsAfter(long after, int size) {
    return db.sql(
            """
            select id from listing
            where side = :side and id > :after and state not in ('draft', 'withdrawn')
            order by id limit :size
            """)
        .param("side", side.code())
        .param("after", after)
        .param("size", size)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private SearchEntry entry(ResultSet row, int number) throws SQLException {
    var listing = Listings.listing(row, number);
    var content = listing.content();
    var at = listing.openedAt() == null ? listing.updatedAt() : listing.openedAt();
    return new SearchEntry(
        side.code(),
        listing.id(),
        content.lang(),
        visibility(listing),
        content.title(),
        content.text().isBlank() ? content.title() : content.text(),
        keywords(content),
        null,
        facets(
            listing,
            row.getString("park_code"),
            row.getString("park_region"),
            row.getString("bearer")),
        numbers(listing, at.atZone(ZONE).toLocalDate()),
        at,
        listing.expiresOn());
  }

  private static Set<String> visibility(Listing listing) {
    if (listing.open()) return Set.of("public");
    var marks = new LinkedHashSet<String>();
    marks.add("park:" + listing.park());
    if (listing.organisation() != null) marks.add("organisation:" + listing.organisation());
    return marks;
  }

  private static List<String> keywords(ListingContent content) {
    return Stream.concat(
            content.keywords().stream(), content.industries().stream().map(Industries::name))
        .toList();
  }

  private Map<String, Set<String>> facets(
      Listing listing, String park, String region, @Nullable String bearer) {
    var content = listing.content();
    var facets = new LinkedHashMap<String, Set<String>>();
    facets.put("kind", Set.of(side.code()));
    facets.put("state", Set.of(listing.state().code()));
    facets.put("park", Set.of(park));
    facets.put("type", Set.of(content.type().code()));
    facets.put("industry", industries(content.industries()));
    facets.put("region", Set.of(Regions.province(region)));
    facets.put("place", place(region));
    facets.put("reach", Set.copyOf(content.regions()));
    if (content.maturity() != null) facets.put("maturity", Set.of(content.maturity().code()));
    var financing = content.financing();
    facets.put("stage", Set.copyOf(financing.stageCodes()));
    facets.put("instrument", Set.copyOf(financing.instrumentCodes()));
    facets.put("excludes", financing.excludedCodes());
    if (bearer != null) facets.put("bearer", Set.of(bearer));
    if (listing.organisation() != null) {
      facets.put("organisation", Set.of(String.valueOf(listing.organisation())));
    }
    return facets;
  }

  private static Set<String> industries(List<String> codes) {
    var all = new LinkedHashSet<String>();
    for (var code : codes) {
      all.add(code);
      all.addAll(Industries.path(code));
    }
    return all;
  }

  /// District, city and province: 420111, 420100, 420000.
  private static Set<String> place(String region) {
    var codes = new LinkedHashSet<String>();
    codes.add(region);
    codes.add(region.substring(0, 4) + "00");
    codes.add(Regions.province(region));
    return codes;
  }

  private static Map<String, Long> numbers(Listing listing, LocalDate day) {
    var numbers = new HashMap<String, Long>();
    numbers.put("day", day.toEpochDay());
    if (listing.organisation() != null) numbers.put("organisation", listing.organisation());
    var amount = listing.content().amount();
    if (listing.content().type() == ListingType.CAPITAL) sum(numbers, amount);
    if (!amount.currency().equals(Amount.YUAN)) return numbers;
    if (amount.min() != null) numbers.put("amountMin", amount.min());
    if (amount.max() != null) numbers.put("amountMax", amount.max());
    return numbers;
  }

  /// Both ends are always there, so that a filter finds also what leaves one open.
  private static void sum(Map<String, Long> numbers, Amount amount) {
    var yuan = amount.currency().equals(Amount.YUAN);
    var min = yuan ? amount.min() : null;
    var max = yuan ? amount.max() : null;
    numbers.put("sumMin", min == null ? 0L : min);
    numbers.put("sumMax", max == null ? Long.MAX_VALUE : max);
  }
}
