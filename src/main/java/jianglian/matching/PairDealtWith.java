package jianglian.matching;

import java.time.Instant;
import jianglian.cooperation.Side;
import org.jspecify.annotations.Nullable;

/// People dealt with a pair; `side` is the one whose list it came from.
public record PairDealtWith(
    long need,
    long offer,
    Side side,
    PairOutcome outcome,
    @Nullable CodedReason reason,
    Instant at) {}
