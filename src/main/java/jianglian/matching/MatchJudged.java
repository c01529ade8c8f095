package jianglian.matching;

import jianglian.cooperation.Side;

/// People of a listing said what they think of one of its matches, or took it back.
public record MatchJudged(long listing, Side side) {}
