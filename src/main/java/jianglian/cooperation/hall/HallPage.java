package jianglian.cooperation.hall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the hall shows: hits, how many there are, and the ways to narrow them.
public record HallPage(
    List<ShownListing> listings, long total, List<HallFacet> facets, @Nullable String next) {}
