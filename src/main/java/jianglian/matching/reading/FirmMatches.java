package jianglian.matching.reading;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jianglian.matching.finding.Found;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.parks.Organisation;
import jianglian.parks.OrganisationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Possible suppliers and customers of a firm: of industries that supply its own or take from it,
/// ranked by what both do. Nothing where it names no industry; investors have none.
@Repository
class FirmMatches {
  private final Seekers seekers;
  private final Matcher matcher;
  private final JdbcClient db;

  FirmMatches(Seekers seekers, Matcher matcher, JdbcClient db) {
    this.seekers = seekers;
    this.matcher = matcher;
    this.db = db;
  }

  /// Which way along the chain.
  enum Way {
    SUPPLIERS("suppliers"),
    CUSTOMERS("customers");

    private final String code;

    Way(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    Pairing pairing() {
      return this == SUPPLIERS ? Pairing.FIRM_SUPPLIER : Pairing.FIRM_CUSTOMER;
    }
  }

  static boolean trades(Organisation firm) {
    return firm.kind() != OrganisationKind.INVESTOR;
  }

  List<FirmMatch> of(Organisation firm, Way way, int size) {
    if (firm.industries().isEmpty() || !trades(firm)) return List.of();
    return seekers
        .ready("organisation", firm.id())
        .map(it -> find(it, way, size))
        .orElse(List.of());
  }

  private List<FirmMatch> find(Seeker seeker, Way way, int size) {
    var found =
        matcher.find(seeker, way.pairing(), List.of(), size).stream()
            .collect(Collectors.toMap(Found::id, it -> it));
    return db
        .sql(
            """
            select o.id, o.name, o.introduction, p.code as park_code, p.short_name as park_name, p.name_en as park_name_en
            from organisation o join park p on p.id = o.park_id
            where o.id = any(:ids) and o.state = 'admitted'
            """)
        .param("ids", found.keySet().toArray(Long[]::new))
        .query((row, _) -> {
          var it = requireNonNull(found.get(row.getLong("id")));
          return new FirmMatch(
              it.id(),
              row.getString("name"),
              row.getString("introduction"),
              row.getString("park_code"),
              row.getString("park_name"),
              row.getString("park_name_en"),
              it.score(),
              it.reasons());
        })
        .list()
        .stream()
        .sorted(Comparator.comparingDouble(FirmMatch::score).reversed())
        .toList();
  }
}
