package jianglian.publishing.parkinterface;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.search.SearchEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
class ParkInterfaceController {
  private static final int SHOWN = 5;

  private final JdbcClient db;
  private final SearchEngine engine;

  ParkInterfaceController(JdbcClient db, SearchEngine engine) {
    this.db = db;
    this.engine = engine;
  }

  @GetMapping("/park-interface")
  String start(Actor.Person person, HttpServletRequest request, Model model) {
    var park = OwnPark.of(person);
    model.addAttribute("park", park);
    model.addAttribute("site", ServletUriComponentsBuilder.fromContextPath(request).toUriString());
    model.addAttribute("recent", recent(park));
    model.addAttribute("backlog", engine.vectorBacklog());
    return "publishing/parkinterface/start";
  }

  /// What the park changed last, unreleased or not.
  private List<RecentRelease> recent(OwnPark park) {
    return db.sql(
            """
            select id, kind, title, state, state_reason, updated_at from release
            where park_id = :park
            order by (state in ('draft', 'returned')) desc, updated_at desc, id desc
            limit :shown
            """)
        .param("park", park.id())
        .param("shown", SHOWN)
        .query((row, _) ->
            new RecentRelease(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("state"),
                row.getString("state_reason"),
                row.getObject("updated_at", java.time.OffsetDateTime.class).toInstant()))
        .list();
  }
}
