package jianglian.matching.reading;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jianglian.matching.finding.Found;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seekers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Policies in force that fit a need or an organisation: by place and industry, ranked by what both
/// texts say. Whether each condition is met is not judged here.
@Repository
class PolicyMatches {
  private final Seekers seekers;
  private final Matcher matcher;
  private final JdbcClient db;

  PolicyMatches(Seekers seekers, Matcher matcher, JdbcClient db) {
    this.seekers = seekers;
    this.matcher = matcher;
    this.db = db;
  }

  List<PolicyMatch> ofNeed(long need, int size) {
    return find("need", need, Pairing.NEED_POLICY, size);
  }

  List<PolicyMatch> ofOrganisation(long organisation, int size) {
    return find("organisation", organisation, Pairing.ORGANISATION_POLICY, size);
  }

  private List<PolicyMatch> find(String kind, long id, Pairing pairing, int size) {
    var seeker = seekers.ready(kind, id);
    if (seeker.isEmpty()) return List.of();
    var found =
        matcher.find(seeker.get(), pairing, List.of(), size).stream()
            .collect(Collectors.toMap(Found::id, it -> it));
    return db
        .sql(
            """
            select r.id, r.title, p.short_name as park, r.document_number, r.published_on, r.valid_until
            from release r left join park p on p.id = r.park_id
            where r.id = any(:ids) and r.state = 'published' and r.kind = 'policy'
            """)
        .param("ids", found.keySet().toArray(Long[]::new))
        .query((row, _) -> {
          var it = requireNonNull(found.get(row.getLong("id")));
          return new PolicyMatch(
              it.id(),
              row.getString("title"),
              row.getString("park"),
              row.getString("document_number"),
              row.getObject("published_on", LocalDate.class),
              row.getObject("valid_until", LocalDate.class),
              it.score(),
              it.reasons());
        })
        .list()
        .stream()
        .sorted(Comparator.comparingDouble(PolicyMatch::score).reversed())
        .toList();
  }
}
