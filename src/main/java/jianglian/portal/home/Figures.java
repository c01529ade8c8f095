package jianglian.portal.home;

import java.util.List;

/// The alliance in numbers, each counted at this moment. `words` are those most often looked for
/// and offered.
public record Figures(
    long open,
    long fresh,
    long running,
    long letters,
    long realised,
    long realisedParks,
    List<String> words) {}
