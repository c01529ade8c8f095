package jianglian.publishing.intake;

import java.util.ArrayList;
import java.util.List;

/// Rows that are written together: at most a thousand, and no more than fit well into memory.
final class Batch<C> {
  private static final int MOST = 1_000;
  private static final int HEAVIEST = 8 << 20;

  private final List<Read<C>> rows = new ArrayList<>();
  private long weight;

  void add(Read<C> read) {
    rows.add(read);
    weight += read.row().weight();
  }

  List<Read<C>> rows() {
    return rows;
  }

  boolean full() {
    return rows.size() >= MOST || weight >= HEAVIEST;
  }
}
