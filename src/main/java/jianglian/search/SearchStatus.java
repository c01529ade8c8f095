package jianglian.search;

/// Where the index stands: `applied` of `newest` changes, and entries held.
public record SearchStatus(long applied, long newest, long entries) {}
