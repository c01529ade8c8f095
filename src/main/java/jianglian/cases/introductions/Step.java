package jianglian.cases.introductions;

import java.time.LocalDate;
import java.util.Set;
import jianglian.cases.CaseState;
import jianglian.matching.CodedReason;
import org.jspecify.annotations.Nullable;

/// A step to be recorded: what was reached, what there is to say, and whose turn it is then
/// (`next`, positions of sides; empty: the leading side's) until which day (null: the usual time).
public record Step(
    CaseState to,
    String note,
    @Nullable CodedReason reason,
    Set<Integer> next,
    @Nullable LocalDate until) {}
