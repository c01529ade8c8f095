package jianglian.web.cache;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The pages kept, the least used given up first once they hold more than `most` bytes.
final class KeptPages {
  private final long most;
  private final LinkedHashMap<PageKey, KeptPage> pages = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;
  private long era;

  KeptPages(long most) {
    this.most = most;
  }

  synchronized @Nullable KeptPage get(PageKey key) {
    return pages.get(key);
  }

  /// Counts up whenever something may have changed; a page begun in an earlier era is not kept.
  synchronized long era() {
    return era;
  }

  synchronized void keep(PageKey key, KeptPage page, long begun) {
    if (begun != era || page.bytes() > most / 8) return;
    var before = pages.put(key, page);
    bytes += page.bytes() - (before == null ? 0 : before.bytes());
    var eldest = pages.entrySet().iterator();
    while (bytes > most) {
      bytes -= eldest.next().getValue().bytes();
      eldest.remove();
    }
  }

  synchronized void forget() {
    era++;
    pages.clear();
    bytes = 0;
  }

  synchronized long bytes() {
    return bytes;
  }
}
