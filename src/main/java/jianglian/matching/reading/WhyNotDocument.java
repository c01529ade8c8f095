package jianglian.matching.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a counterpart is or is not among the matches, as other systems read it: its place among all
/// that were looked at (from 1), whether that is good enough for the list of twenty, its score and
/// that of the last in a full list, the codes of the rules it breaks, and the codes of the reasons
/// it lacks most.
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhyNotDocument(
    @Nullable Integer place,
    boolean goodEnough,
    @Nullable Double score,
    @Nullable Double lastScore,
    List<String> broken,
    List<String> lacking,
    List<String> told,
    List<String> toldEn) {}
