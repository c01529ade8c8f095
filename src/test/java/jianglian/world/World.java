package jianglian.world;

import java.util.concurrent.atomic.AtomicInteger;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.identity.clients.ApiClients;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The small known world of the tests: parks, firms and people with believable names. Tests share
/// one database, so each takes what is its own: a park or firm of its making.
@TestComponent
public class World {
  public static final String PASSWORD = "长江之水-2026";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final JdbcClient db;
  private final PasswordEncoder passwords;
  private final ApiClients clients;
  private final String passwordHash;

  World(JdbcClient db, PasswordEncoder passwords, ApiClients clients) {
    this.db = db;
    this.passwords = passwords;
    this.clients = clients;
    this.passwordHash = this.passwords.encode(PASSWORD);
  }

  public record Park(long id, String code, String name, String token) {}

  public record Firm(long id, String name, Park park) {}

  public record Someone(long id, String username) {}

  /// A member park of its own with an API token.
  public Park park(String name) {
    var n = COUNT.incrementAndGet();
    var code = "%08d".formatted(90_000_000 + n);
    var id =
        db.sql(
                """
                insert into park (code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, state)
                values (:code, :name, :short, :en, 'yuanqu', '420000', '420111', '武汉市', 114.4, 30.5, 'member')
                returning id
                """)
            .param("code", code)
            .param("name", name + "高新技术产业开发区" + n)
            .param("short", name + n)
            .param("en", "Park " + n)
            .query(Long.class)
            .single();
    return new Park(id, code, name + n, clients.issue(id, "园区网站", new Actor.Job("test")));
  }

  public Firm firm(String name, Park park) {
    var id =
        db.sql(
                """
                insert into organisation (park_id, name, kind, industries, state, created_at)
                values (:park, :name, 'enterprise', '{3491}', 'admitted', now())
                returning id
                """)
            .param("park", park.id())
            .param("name", name)
            .query(Long.class)
            .single();
    return new Firm(id, name, park);
  }

  /// A person with an account and one authority; signs in with the username and [#PASSWORD].
  public Someone person(String name, Role role, Scope scope) {
    var username = "user" + COUNT.incrementAndGet();
    var id =
        db.sql("insert into person (name, email) values (:name, :email) returning id")
            .param("name", name)
            .param("email", username + "@example.org")
            .query(Long.class)
            .single();
    db.sql(
            """
            insert into account (person_id, username, password_hash, state, created_at)
            values (:person, :username, :hash, 'active', now())
            """)
        .param("person", id)
        .param("username", username)
        .param("hash", passwordHash)
        .update();
    grant(id, role, scope);
    return new Someone(id, username);
  }

  public void grant(long person, Role role, Scope scope) {
    db.sql(
            """
            insert into authority (person_id, role, scope_kind, scope_id, valid_from)
            values (:person, :role, :kind, :scope, now() - interval '1 minute')
            """)
        .param("person", person)
        .param("role", role.code())
        .param("kind", scope.kind().code())
        .param("scope", scope.kind() == Scope.Kind.ALLIANCE ? null : scope.id())
        .update();
  }
}
