package jianglian.parks.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.parks.Regions;
import jianglian.search.SearchChanges;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The secretariat adds parks: the founders of a new alliance, and whoever joins later.
@Component
class ParkAdding {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final SearchChanges search;
  private final Clock clock;

  ParkAdding(JdbcClient db, AuditTrail audit, SearchChanges search, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.search = search;
    this.clock = clock;
  }

  static void check(Actor actor) {
    if (!actor.holdsAny(Role.SECRETARIAT_ADMINISTRATOR)) throw new Forbidden();
  }

  @Transactional
  void add(NewPark park, Actor actor) {
    check(actor);
    lock();
    taken(park)
        .ifPresent(fault -> {
          throw new InvalidInput(List.of(fault));
        });
    insert(park, actor);
  }

  /// Adds what can stand; the table then tells which lines could not.
  @Transactional
  void add(ParkTable table, Actor actor) {
    check(actor);
    lock();
    for (var line : List.copyOf(table.good())) {
      taken(line.park())
          .ifPresentOrElse(fault -> table.turnDown(line, fault), () -> insert(line.park(), actor));
    }
  }

  private void lock() {
    db.sql("lock table park in share row exclusive mode").update();
  }

  private Optional<Fault> taken(NewPark park) {
    return db.sql(
            "select code = :code as same_code from park where code = :code or name = :name limit 1")
        .param("code", park.code())
        .param("name", park.name())
        .query((row, _) -> row.getBoolean("same_code"))
        .optional()
        .map(sameCode ->
            sameCode
                ? Fault.at("/code", "park.code-taken", park.code())
                : Fault.at("/name", "park.name-taken", park.name()));
  }

  private void insert(NewPark park, Actor actor) {
    var id =
        db.sql(
                """
                insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude,
                  founder, state, joined_on)
                values (:code, :name, :short, :english, :pinyin, :province, :region, :city, :longitude, :latitude,
                  :founder, 'member', :today)
                returning id
                """)
            .param("code", park.code())
            .param("name", park.name())
            .param("short", park.shortName())
            .param("english", park.nameEn())
            .param("pinyin", Pinyin.joined(park.shortName()))
            .param("province", Regions.province(park.region()))
            .param("region", park.region())
            .param("city", Regions.city(park.region()))
            .param("longitude", park.longitude())
            .param("latitude", park.latitude())
            .param("founder", park.founder())
            .param("today", LocalDate.now(clock))
            .query((row, _) -> row.getLong("id"))
            .single();
    audit.record(
        Act.of(actor, "park-added", "park", id)
            .in(id)
            .with(Map.of("code", park.code(), "name", park.name(), "founder", park.founder())));
    search.changed("park", id);
  }
}
