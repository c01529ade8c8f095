package jianglian.cases;

import org.jspecify.annotations.Nullable;

/// Someone wrote on a case or added a document; `officersOnly`: the firms do not see it.
public record CaseNoted(
    long event,
    String number,
    String title,
    boolean document,
    boolean officersOnly,
    @Nullable Long by) {}
