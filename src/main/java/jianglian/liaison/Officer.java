package jianglian.liaison;

/// A liaison officer of a park.
public record Officer(long id, String name) {}
