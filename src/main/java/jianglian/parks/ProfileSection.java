package jianglian.parks;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import jianglian.web.Page;

/// What another module shows on a park's or an organisation's public page: its releases, its needs,
/// what it qualifies for. Each asks the database at most once.
public interface ProfileSection {
  Optional<Part> of(Park park, Page page);

  Optional<Part> of(Organisation organisation, Page page);

  /// A headed part of the page; lower `order` comes first. `title` is the text itself, in the
  /// reader's language. `all` leads to the whole list; empty: there is none.
  record Part(int order, String title, String all, Content content, List<Figure> figures) {}

  /// A count at the top of the page that opens its list at `address`.
  record Figure(long count, String label, String address) {}
}
