package jianglian.identity.session;

import org.jspecify.annotations.Nullable;

/// What a sign-in needs to know of an account.
record Account(
    long person,
    String name,
    @Nullable String passwordHash,
    boolean active,
    int sessionEpoch,
    String lang) {}
