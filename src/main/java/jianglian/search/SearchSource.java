package jianglian.search;

import java.util.Collection;
import java.util.List;

/// Where the index gets the rows of one kind from; each module that has something to find registers
/// one as a bean.
public interface SearchSource {
  /// The kind written to the change log: `release`, `need`, `offer`, `park`, `organisation`.
  String kind();

  /// The rows of these ids as they stand now; an id that is missing from the answer is removed from
  /// the index.
  List<SearchEntry> load(Collection<Long> ids);

  /// The next `size` ids above `after`, ascending, for a rebuild; empty at the end.
  List<Long> idsAfter(long after, int size);
}
