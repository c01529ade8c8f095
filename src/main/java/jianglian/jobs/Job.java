package jianglian.jobs;

/// Something that runs by the clock. A module declares it as a bean; when it runs stands in the one
/// list `jianglian.jobs` of application.yaml, under the same name. It may run twice after a crash,
/// so it must be repeatable.
public record Job(String name, Runnable action) {}
