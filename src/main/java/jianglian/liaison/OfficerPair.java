package jianglian.liaison;

import org.jspecify.annotations.Nullable;

/// Who looks after a matter, and who steps in (A/B角).
public record OfficerPair(Officer officer, @Nullable Officer substitute) {}
