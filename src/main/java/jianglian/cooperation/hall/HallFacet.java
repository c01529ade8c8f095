package jianglian.cooperation.hall;

import java.util.List;

/// One way to narrow the hall: `parameter` of the address, and its values with their counts.
public record HallFacet(String parameter, String title, String chosen, List<Value> values) {
  public record Value(String code, String name, long count) {}
}
