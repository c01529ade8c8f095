package jianglian.portal.workspace;

import java.util.List;
import jianglian.web.Choice;
import org.jspecify.annotations.Nullable;

/// What belongs to the authority a person acts in: counts that open their lists, and a firm's needs
/// and offers. `address` leads to the public page of the park or the firm, `acts` to what is done
/// most.
public record Own(
    List<Tally> tallies, List<OwnListing> listings, @Nullable String address, List<Choice> acts) {
  static final Own NOTHING = new Own(List.of(), List.of(), null, List.of());

  /// `key` is the message key of what was counted.
  public record Tally(String key, long count, String address) {}
}
