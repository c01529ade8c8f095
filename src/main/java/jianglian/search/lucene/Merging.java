package jianglian.search.lucene;

import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;

/// Which segments are joined. Nearest vectors are sought in each segment anew, so that few large
/// ones answer several times faster than many; to have few at all times would cost an import half
/// as much time again.
final class Merging {
  /// Fewer are left alone: for one posting a large segment would be written anew.
  static final int MANY = 6;

  static final MergePolicy USUAL = new TieredMergePolicy();
  static final MergePolicy TIDY = tidy();

  private static final double PER_TIER = 2;

  /// Segments below are taken to be of this size: they are joined first.
  private static final double FLOOR_MB = 512;

  private Merging() {}

  private static MergePolicy tidy() {
    var policy = new TieredMergePolicy();
    policy.setSegmentsPerTier(PER_TIER);
    policy.setFloorSegmentMB(FLOOR_MB);
    return policy;
  }
}
