package jianglian.publishing.intake;

import java.util.List;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One row as it was read; `content` is null when it cannot be read, and `faults` say why. `weight`
/// is about its bytes in memory.
record Row(int number, @Nullable ObjectNode content, List<Fault> faults, int weight) {
  static Row unreadable(int number, Fault fault) {
    return new Row(number, null, List.of(fault), 0);
  }
}
