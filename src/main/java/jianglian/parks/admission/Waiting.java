package jianglian.parks.admission;

import java.time.Instant;
import jianglian.parks.Organisation;

/// An organisation that waits for its park, with what helps to check it: how many others bear the
/// same name.
public record Waiting(Organisation organisation, String park, Instant since, long namesakes) {}
