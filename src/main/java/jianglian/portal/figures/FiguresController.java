package jianglian.portal.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class FiguresController {
  private final JdbcClient db;
  private final Clock clock;

  FiguresController(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @GetMapping("/figures")
  String figures(Model model) {
    var today = LocalDate.now(clock);
    model.addAttribute("parks", parks(today));
    model.addAttribute("today", today);
    return "portal/figures/figures";
  }

  private List<ParkFigures> parks(LocalDate today) {
    return db.sql(
            """
            select p.code, p.short_name, p.name_en,
              (select count(*) from release r where r.park_id = p.id and r.state = 'published') as releases,
              (select count(*) from listing l where l.park_id = p.id and l.state = 'open' and l.side = 'need') as needs,
              (select count(*) from listing l where l.park_id = p.id and l.state = 'open' and l.side = 'offer') as offers,
              coalesce(c.running, 0) as running, coalesce(c.letters, 0) as letters, coalesce(c.realised, 0) as realised
            from park p
            left join (
              select s.park_id,
                count(distinct c.id) filter (where c.state in
                  ('waiting', 'taken', 'in-contact', 'met', 'letter-of-intent', 'agreement')) as running,
                count(distinct c.id) filter (where c.state = 'letter-of-intent') as letters,
                count(distinct c.id) filter (where exists (select 1 from case_event e
                  where e.case_id = c.id and e.state = 'realised' and e.at >= :newYear)) as realised
              from case_side s join introduction_case c on c.id = s.case_id
              group by s.park_id
            ) c on c.park_id = p.id
            where p.state = 'member'
            order by p.longitude, p.id
            """)
        .param("newYear", today.withDayOfYear(1))
        .query((row, _) ->
            new ParkFigures(
                row.getString("code"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getLong("releases"),
                row.getLong("needs"),
                row.getLong("offers"),
                row.getLong("running"),
                row.getLong("letters"),
                row.getLong("realised")))
        .list();
  }
}
