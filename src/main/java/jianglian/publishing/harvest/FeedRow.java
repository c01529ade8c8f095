package jianglian.publishing.harvest;

/// A feed in its park's list; `waiting` proposals of it are open.
public record FeedRow(FeedSource feed, long waiting) {}
