package jianglian.search.lucene;

import java.util.List;
import java.util.concurrent.Executor;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/// One state of the index, with what was learned about it. A question is worked on by all cores as
/// long as they are free.
final class Searcher extends IndexSearcher {
  private static final int SLICE = 25_000;
  private static final int SEGMENTS = 5;

  private final Lexicon lexicon = new Lexicon(this);

  Searcher(IndexReader reader, Executor threads) {
    super(reader, threads);
  }

  Lexicon lexicon() {
    return lexicon;
  }

  @Override
  protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
    return slices(leaves, SLICE, SEGMENTS, true);
  }
}
