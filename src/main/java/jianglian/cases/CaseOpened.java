package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// Both sides agreed to meet: a case with its number for life. `event` is the entry on its
/// timeline.
public record CaseOpened(long event, String number, String title, @Nullable Long by) {}
