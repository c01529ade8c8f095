package jianglian.publishing.intake;

import java.util.List;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;

/// A row with the command made of it; without one it is refused for its `faults`.
record Read<C>(Row row, @Nullable String externalId, @Nullable C command, List<Fault> faults) {}
