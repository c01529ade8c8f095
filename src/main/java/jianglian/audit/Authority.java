package jianglian.audit;

/// One grant a person holds now; `name` is the scope's name as the page shows it.
public record Authority(long id, Role role, Scope scope, String name) {}
