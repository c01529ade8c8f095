package jianglian.publishing;

import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;

/// Whose rows are to be taken, of which kind (`release`, `need`, `offer`), by whom. `fileName` is
/// what the sender calls the file. `keepRows`: every row's verdict is kept, so that it can be
/// looked at later, not only those of refused rows.
public record IntakeOrder(
    String kind, long park, Actor actor, @Nullable String fileName, boolean keepRows) {}
