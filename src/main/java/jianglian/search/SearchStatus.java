package jianglian.search;

/// Where the index stands: `applied` of `newest` changes, entries held, and how many texts still
/// wait for their vectors.
public record SearchStatus(
    long applied, long newest, long entries, long vectorBacklog, double vectorsPerSecond) {}
