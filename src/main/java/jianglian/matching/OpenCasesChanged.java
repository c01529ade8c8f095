package jianglian.matching;

/// A case of this pair opened or came to its end.
public record OpenCasesChanged(long need, long offer) {}
