package jianglian.identity.grants;

import java.time.Instant;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import org.jspecify.annotations.Nullable;

/// An authority offered by mail link, open until taken up, withdrawn or run out.
public record Invitation(
    long id,
    String email,
    String name,
    Role role,
    Scope scope,
    String scopeName,
    @Nullable Instant until,
    @Nullable Long invitedBy,
    String invitedByName) {}
