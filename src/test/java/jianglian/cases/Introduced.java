package jianglian.cases;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.World;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two parks with two officers each, a firm with a need in one and a firm with an offer in the
/// other.
public class Introduced {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Pattern INTEREST = Pattern.compile(".*/interests/(\\d+)");

  private final World world;
  private final Http http;
  private final JdbcClient db;

  public Introduced(World world, Http http, JdbcClient db) {
    this.world = world;
    this.http = http;
    this.db = db;
  }

  public record SideOf(
      World.Park park,
      World.Firm firm,
      World.Someone officer,
      World.Someone substitute,
      World.Someone member,
      long listing) {}

  public record Pair(SideOf need, SideOf offer) {}

  public Pair pair() {
    return new Pair(
        side("张江", "越野特种装备（示例）有限公司", "王岚", "周启明", "need", "消防机器人越障底盘"),
        side("东湖", "江城履带机器人（示例）有限公司", "陈立", "何苗", "offer", "履带式越障平台"));
  }

  private SideOf side(
      String park, String firm, String officer, String substitute, String side, String title) {
    var home = world.park(park);
    var company = world.firm(firm + COUNT.incrementAndGet(), home);
    var first = world.person(officer, Role.LIAISON, Scope.park(home.id()));
    var second = world.person(substitute, Role.LIAISON, Scope.park(home.id()));
    db.sql("insert into liaison_officer (person_id, park_id, substitute_id) values (?, ?, ?)")
        .params(first.id(), home.id(), second.id())
        .update();
    var member =
        world.person(
            firm.substring(0, 2) + "经理",
            Role.ORGANISATION_ADMINISTRATOR,
            Scope.organisation(company.id()));
    return new SideOf(home, company, first, second, member, listing(side, home, company, title));
  }

  public long listing(String side, World.Park park, World.Firm firm, String title) {
    return db.sql(
            """
            insert into listing (side, park_id, organisation_id, title, text, type, state, digest, created_at, updated_at,
              opened_at, expires_on)
            values (:side, :park, :firm, :title, '……', 'technology', 'open', '', now(), now(), now(), current_date + 300)
            returning id
            """)
        .param("side", side)
        .param("park", park.id())
        .param("firm", firm == null ? null : firm.id())
        .param("title", title)
        .query(Long.class)
        .single();
  }

  public Http.Browser browser(World.Someone someone) {
    return http.browser().signIn(someone.username(), World.PASSWORD);
  }

  /// The need's firm asks; answers the interest's id.
  public long asked(Pair pair) {
    var answer =
        browser(pair.need().member())
            .submit(
                "/cases",
                "/interests",
                Map.of(
                    "from", "" + pair.need().listing(),
                    "to", "" + pair.offer().listing(),
                    "message", "我们在找能越过三十厘米台阶的底盘。"));
    var interest = INTEREST.matcher(answer.header("Location"));
    if (!interest.matches()) throw new AssertionError(answer.status() + answer.body());
    return Long.parseLong(interest.group(1));
  }

  /// Asked and accepted; answers the case's address as a browser gets it.
  public String opened(Pair pair) {
    var interest = asked(pair);
    var answer =
        browser(pair.offer().member())
            .submit("/cases", "/interests/" + interest + "/acceptance", Map.of());
    if (answer.status() != 302) throw new AssertionError(answer.status() + answer.body());
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }
}
