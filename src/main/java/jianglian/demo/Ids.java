package jianglian.demo;

import java.util.Collection;
import java.util.Map;

/// The ids that rows were given, by the keys their files call them.
record Ids(Map<String, Long> byKey) {
  long of(String key) {
    var id = byKey.get(key);
    if (id == null) throw new IllegalStateException("the demo's files name an unknown key: " + key);
    return id;
  }

  Collection<Long> all() {
    return byKey.values();
  }
}
