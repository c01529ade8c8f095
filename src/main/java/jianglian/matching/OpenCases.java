package jianglian.matching;

import java.util.Collection;
import java.util.Map;

/// How many introduction cases a listing is in that have not come to their end. Whoever keeps cases
/// provides it; a listing that is missing from the answer has none.
public interface OpenCases {
  Map<Long, Integer> of(Collection<Long> listings);
}
