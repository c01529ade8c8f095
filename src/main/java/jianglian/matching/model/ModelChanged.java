package jianglian.matching.model;

/// Another model ranks from now on: what was ranked before is to be ranked again.
public record ModelChanged(String model) {}
