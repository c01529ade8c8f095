package jianglian.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/// Which segments are joined. Nearest vectors are sought in each segment anew, so that few large
/// ones answer several times faster than many; to have few at all times would cost an import half
/// as much time again.
final class Merging {
  /// Fewer are left alone: for one posting a large segment would be written anew.
  static final int MANY = 6;

  static final MergePolicy USUAL = new TieredMergePolicy();
  static final MergePolicy TIDY = new Tidy(tiered());

  private static final double PER_TIER = 2;

  /// Segments below are taken to be of this size: they are joined first.
  private static final double FLOOR_MB = 512;

  /// What has at least one in so many of all documents is of middle size.
  private static final int MIDDLE = 20;

  /// An index of fewer documents answers fast enough as it is.
  private static final long LARGE = 100_000;

  private Merging() {}

  private static TieredMergePolicy tiered() {
    var policy = new TieredMergePolicy();
    policy.setSegmentsPerTier(PER_TIER);
    policy.setFloorSegmentMB(FLOOR_MB);
    return policy;
  }

  /// Whether there is something to tidy among segments of so many documents.
  static boolean loose(List<Integer> sizes) {
    if (sizes.size() > MANY) return true;
    var all = sizes.stream().mapToLong(it -> it).sum();
    return all >= LARGE && sizes.stream().filter(it -> middle(it, all)).count() > 2;
  }

  /// The largest is too.
  private static boolean middle(int size, long all) {
    return (long) size * MIDDLE >= all;
  }

  /// Where nothing else is to be joined: those of middle size to one, so that they cost as much as
  /// one. It is of middle size itself then and stays alone until there is another.
  private static final class Tidy extends FilterMergePolicy {
    Tidy(MergePolicy usual) {
      super(usual);
    }

    @Override
    public @Nullable MergeSpecification findMerges(
        @Nullable MergeTrigger trigger,
        @Nullable SegmentInfos segments,
        @Nullable MergeContext context)
        throws IOException {
      var usual = super.findMerges(trigger, segments, context);
      if (usual != null || segments == null || context == null) return usual;
      var free =
          StreamSupport.stream(segments.spliterator(), false)
              .filter(it -> !context.getMergingSegments().contains(it))
              .toList();
      var joined = middle(free, segments.totalMaxDoc());
      if (joined.size() < 2) return null;
      var specification = new MergeSpecification();
      specification.add(new OneMerge(joined));
      return specification;
    }

    private static List<SegmentCommitInfo> middle(List<SegmentCommitInfo> free, int all) {
      var sorted = free.stream().sorted(Comparator.comparingInt(it -> -it.info.maxDoc())).toList();
      return sorted.stream().skip(1).filter(it -> Merging.middle(it.info.maxDoc(), all)).toList();
    }
  }
}
