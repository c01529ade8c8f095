package jianglian.identity.account;

import org.jspecify.annotations.Nullable;

/// The account page of its owner.
public record OwnAccount(
    long person,
    String name,
    String username,
    @Nullable String email,
    String lang,
    boolean largeType,
    @Nullable String passwordHash,
    int sessionEpoch) {}
