package jianglian.publishing.reading;

import java.util.List;

/// One way to narrow the list, with how many are found under each value.
public record Facet(String name, List<Option> options) {
  /// `address` chooses it, or lets go of it when it is chosen.
  public record Option(String label, long count, String address, boolean chosen) {}
}
