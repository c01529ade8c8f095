package jianglian.cooperation;

import gg.jte.Content;
import java.util.Optional;
import jianglian.web.Page;

/// A part of a listing's page that a higher module draws: its matches, its interests. Beans are
/// shown in their order; each reads what it needs before it answers.
public interface ListingPanel {
  Optional<Content> of(Listing listing, Page page);
}
