package jianglian.publishing.intake;

/// Which external ids a delivery has brought so far, and in which row first. Kept as 64-bit marks,
/// 24 bytes an id, so that half a million of them weigh little; two different ids have the same
/// mark once in some hundred million such deliveries.
final class SeenIds {
  private long[] marks = new long[1 << 12];
  private int[] rows = new int[1 << 12];
  private int count;

  /// The row that brought this id first; 0 when it is this one.
  int firstRow(String externalId, int row) {
    if (count > marks.length / 2) grow();
    long mark = mark(externalId);
    int at = find(marks, mark);
    if (marks[at] == mark) return rows[at];
    marks[at] = mark;
    rows[at] = row;
    count++;
    return 0;
  }

  private static int find(long[] marks, long mark) {
    int at = (int) (mark >>> 32) & (marks.length - 1);
    while (marks[at] != 0 && marks[at] != mark) at = (at + 1) & (marks.length - 1);
    return at;
  }

  private void grow() {
    var wider = new long[marks.length * 2];
    var widerRows = new int[wider.length];
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] == 0) continue;
      int at = find(wider, marks[i]);
      wider[at] = marks[i];
      widerRows[at] = rows[i];
    }
    marks = wider;
    rows = widerRows;
  }

  /// Never 0, which means empty.
  private static long mark(String externalId) {
    long mark = 0x9e3779b97f4a7c15L;
    for (int i = 0; i < externalId.length(); i++) {
      mark = (mark ^ externalId.charAt(i)) * 0xff51afd7ed558ccdL;
      mark ^= mark >>> 32;
    }
    return mark == 0 ? 1 : mark;
  }
}
