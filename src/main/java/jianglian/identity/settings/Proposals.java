package jianglian.identity.settings;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import jianglian.web.Setting;
import jianglian.web.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Proposals to change a setting, and what becomes of them.
@Repository
class Proposals {
  private static final int LONGEST_REASON = 500;

  private final JdbcClient db;
  private final Settings settings;
  private final Founders founders;
  private final AuditTrail audit;
  private final Clock clock;

  Proposals(JdbcClient db, Settings settings, Founders founders, AuditTrail audit, Clock clock) {
    this.db = db;
    this.settings = settings;
    this.founders = founders;
    this.audit = audit;
    this.clock = clock;
  }

  boolean mayPropose(Actor.Person person, Set<Long> parks) {
    return !parks.isEmpty() || person.holdsAny(Role.SECRETARIAT_ADMINISTRATOR);
  }

  List<SettingRow.Proposal> open(Actor.Person reader, Set<Long> parks) {
    return db.sql(
            """
            select s.id, s.key, s.value, s.reason, p.name, s.proposed_park, k.short_name, s.proposed_at, s.proposed_by
            from setting_proposal s join person p on p.id = s.proposed_by left join park k on k.id = s.proposed_park
            where s.decided_at is null order by s.id
            """)
        .query((row, _) ->
            new SettingRow.Proposal(
                row.getLong("id"),
                row.getString("key"),
                row.getString("value"),
                row.getString("reason"),
                row.getString("name"),
                row.getString("short_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                mayConfirm(
                    reader.id(),
                    parks,
                    row.getLong("proposed_by"),
                    row.getObject("proposed_park", Long.class)),
                row.getLong("proposed_by") == reader.id()))
        .list();
  }

  /// Another person, speaking for a founding park other than the one that proposed.
  static boolean mayConfirm(
      long person, Set<Long> parks, long proposer, @Nullable Long proposingPark) {
    return person != proposer && parks.stream().anyMatch(it -> !it.equals(proposingPark));
  }

  @Transactional
  void propose(String key, String value, String typedReason, Actor.Person person) {
    var parks = founders.spokenForBy(person);
    if (!mayPropose(person, parks)) throw new Forbidden();
    Setting<?> setting = settings.byKey(key).orElseThrow(NotFound::new);
    var wished = setting.kind().read(value).toString();
    var reason = typedReason.strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new InvalidInput("/reason", "settings.reason-missing", LONGEST_REASON);
    }
    try {
      db.sql(
              """
              insert into setting_proposal (key, value, reason, proposed_by, proposed_park, proposed_at)
              values (:key, :value, :reason, :person, :park, :now)
              """)
          .param("key", key)
          .param("value", wished)
          .param("reason", reason)
          .param("person", person.id())
          .param("park", parks.stream().min(Long::compare).orElse(null), Types.BIGINT)
          .param("now", OffsetDateTime.now(clock))
          .update();
    } catch (DuplicateKeyException standing) {
      throw new ProposalStands();
    }
    audit.record(
        Act.of(person, "setting-proposed", "setting", key)
            .with(Map.of("value", wished, "reason", reason)));
  }

  private record Open(String key, String value, long proposer, @Nullable Long park) {}

  @Transactional
  void decide(long id, boolean accepted, Actor.Person person) {
    var parks = founders.spokenForBy(person);
    var proposal = lock(id);
    var second = mayConfirm(person.id(), parks, proposal.proposer(), proposal.park());
    var takesBack = !accepted && person.id() == proposal.proposer();
    if (!second && !takesBack) {
      if (parks.isEmpty()) throw new Forbidden();
      throw new OwnProposal();
    }
    db.sql(
            "update setting_proposal set decided_by = :person, decided_at = :now, accepted = :accepted where id = :id")
        .param("person", person.id())
        .param("now", OffsetDateTime.now(clock))
        .param("accepted", accepted)
        .param("id", id)
        .update();
    audit.record(
        Act.of(
                person,
                accepted ? "setting-changed" : "setting-proposal-refused",
                "setting",
                proposal.key())
            .with(Map.of("value", proposal.value(), "proposedBy", proposal.proposer())));
    if (accepted) {
      settings.change(settings.byKey(proposal.key()).orElseThrow(NotFound::new), proposal.value());
    }
  }

  private Open lock(long id) {
    return db.sql(
            """
            select key, value, proposed_by, proposed_park from setting_proposal
            where id = :id and decided_at is null for update
            """)
        .param("id", id)
        .query((row, _) ->
            new Open(
                row.getString("key"),
                row.getString("value"),
                row.getLong("proposed_by"),
                row.getObject("proposed_park", Long.class)))
        .optional()
        .orElseThrow(NotFound::new);
  }
}
