package jianglian.cooperation;

import java.util.List;

/// Needs and offers were brought in or changed together, by an import; it stands in the place of
/// the single announcements.
public record ListingsBrought(Side side, long park, List<Long> listings) {}
