package jianglian.cases.interests;

import org.jspecify.annotations.Nullable;

/// What came of asking: it waits for the other side, or, when that one had asked before, the case
/// is open.
record Asked(long interest, @Nullable String caseNumber) {}
