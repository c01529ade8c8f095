package jianglian.liaison;

import java.time.Instant;

/// The last moment of a limit. Provisional: it depends on a year whose working days are not
/// announced yet, and is reckoned anew once they are.
public record Due(Instant at, boolean provisional) {}
