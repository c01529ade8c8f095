package jianglian.publishing.harvest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was decided about a proposal, by whom; `releaseState` where what was approved stands now.
public record DecidedProposal(
    long id,
    String title,
    @Nullable String link,
    boolean approved,
    Instant at,
    String by,
    @Nullable Long release,
    @Nullable String releaseState) {}
