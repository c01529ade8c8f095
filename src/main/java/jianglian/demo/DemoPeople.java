package jianglian.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The demo's invented people with their accounts and authorities. All share one password, made at
/// random for this instance, so that it is hashed once.
@Component
class DemoPeople {
  private static final Scope ALLIANCE = Scope.ALLIANCE;

  private final JdbcClient db;
  private final JsonMapper json;
  private final AuditTrail audit;
  private final PasswordEncoder passwords;

  DemoPeople(JdbcClient db, JsonMapper json, AuditTrail audit, PasswordEncoder passwords) {
    this.db = db;
    this.json = json;
    this.audit = audit;
    this.passwords = passwords;
  }

  /// `park` is the code of the park the person is known by, for the list of sign-ins.
  record DemoPerson(
      String username,
      String name,
      Role role,
      Scope scope,
      @Nullable String park,
      boolean founder) {}

  static List<DemoPerson> ofAlliance() {
    return List.of(
        new DemoPerson(
            "mishuchu.admin", "闻人知远", Role.SECRETARIAT_ADMINISTRATOR, ALLIANCE, null, false),
        new DemoPerson("mishuchu", "岑雨舟", Role.SECRETARIAT, ALLIANCE, null, false),
        new DemoPerson("shenji", "谷明澈", Role.AUDITOR, ALLIANCE, null, false));
  }

  static List<DemoPerson> of(DemoPark park, long id) {
    var scope = Scope.park(id);
    var name = park.pinyin();
    return List.of(
        new DemoPerson(
            name + ".admin",
            park.administrator(),
            Role.PARK_ADMINISTRATOR,
            scope,
            park.code(),
            park.founder()),
        new DemoPerson(
            name + ".liaison", park.liaison().get(0), Role.LIAISON, scope, park.code(), false),
        new DemoPerson(
            name + ".substitute", park.liaison().get(1), Role.LIAISON, scope, park.code(), false));
  }

  static DemoPerson of(DemoOrganisation organisation, long id) {
    return new DemoPerson(
        organisation.key(),
        organisation.contact().name(),
        Role.ORGANISATION_ADMINISTRATOR,
        Scope.organisation(id),
        organisation.park(),
        false);
  }

  /// Adds them all; the answer maps usernames to person ids.
  Ids add(List<DemoPerson> people, String password, Actor actor) {
    var ids = persons(people);
    accounts(ids, passwords.encode(password));
    authorities(people, ids);
    audit.recordAll(
        people.stream()
            .map(it ->
                Act.of(actor, "person-added", "person", ids.of(it.username()))
                    .with(Map.of("role", it.role().code())))
            .toList());
    return ids;
  }

  private Ids persons(List<DemoPerson> people) {
    record Row(String name, String email) {}
    var rows =
        people.stream().map(it -> new Row(it.name(), it.username() + "@demo.example")).toList();
    var added =
        db.sql(
                """
                insert into person (name, email)
                select name, email from jsonb_to_recordset(:rows::jsonb) as p (name text, email text)
                returning split_part(email, '@', 1) as username, id
                """)
            .param("rows", json.writeValueAsString(rows))
            .query((row, _) -> Map.entry(row.getString("username"), row.getLong("id")))
            .list();
    return new Ids(
        added.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private void accounts(Ids ids, String hash) {
    db.sql(
            """
            insert into account (person_id, username, password_hash, state, created_at)
            select value::bigint, key, :hash, 'active', now() from jsonb_each_text(:ids::jsonb)
            """)
        .param("hash", hash)
        .param("ids", json.writeValueAsString(ids.byKey()))
        .update();
  }

  private void authorities(List<DemoPerson> people, Ids ids) {
    record Row(long person, String role, String kind, @Nullable Long scope) {}
    var rows =
        people.stream()
            .flatMap(it ->
                Stream.concat(
                        Stream.of(it.role()),
                        it.founder() ? Stream.of(Role.COUNCIL_MEMBER) : Stream.of())
                    .map(role -> {
                      var scope = role == Role.COUNCIL_MEMBER ? ALLIANCE : it.scope();
                      return new Row(
                          ids.of(it.username()),
                          role.code(),
                          scope.kind().code(),
                          scope.equals(ALLIANCE) ? null : scope.id());
                    }))
            .toList();
    db.sql(
            """
            insert into authority (person_id, role, scope_kind, scope_id, valid_from)
            select person, role, kind, scope, now() - interval '1 year'
            from jsonb_to_recordset(:rows::jsonb) as a (person bigint, role text, kind text, scope bigint)
            """)
        .param("rows", json.writeValueAsString(rows))
        .update();
  }
}
