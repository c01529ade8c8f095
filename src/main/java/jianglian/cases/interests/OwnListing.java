package jianglian.cases.interests;

/// An open listing of the reader's with which they could ask.
public record OwnListing(long id, String title) {}
