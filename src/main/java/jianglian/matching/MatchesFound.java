package jianglian.matching;

import jianglian.cooperation.Side;

/// A listing's list got new counterparts worth telling its people; `fresh` is how many.
public record MatchesFound(long listing, Side side, int fresh) {}
