package jianglian.publishing;

/// A park's delivery of many rows came to its end. Rows are not announced one by one.
public record IntakeFinished(
    long job, String kind, long park, int created, int updated, int unchanged, int refused) {}
