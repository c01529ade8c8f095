package jianglian.matching.reading;

import java.util.List;
import java.util.stream.Stream;
import jianglian.cooperation.Instrument;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Stage;
import jianglian.matching.Match;
import jianglian.web.Page;

/// An investor's thesis with the projects that fit it best.
public record Thesis(Listing listing, List<Match> projects) {
  public Thesis {
    projects = List.copyOf(projects);
  }

  /// Ticket, stages and instruments in one line; empty where nothing of it is said.
  public String terms(Page page) {
    var content = listing.content();
    var joint = page.text("listing.joint");
    var stages = content.financing().stages().stream().map(Stage::key).map(page::text).toList();
    var instruments =
        content.financing().instruments().stream().map(Instrument::key).map(page::text).toList();
    var terms =
        Stream.of(
            content.amount().shown(page),
            String.join(joint, stages),
            String.join(joint, instruments));
    return String.join(" · ", terms.filter(it -> !it.isEmpty()).toList());
  }
}
