package jianglian.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jianglian.search.changes.Key;
import jianglian.search.words.WordAnalyzer;
import jianglian.search.words.Words;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene103.Lucene103Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;

/// One Lucene index in one folder, written by this process only.
final class Index implements Closeable {
  private static final double BUFFER_MB = 64;

  private final Path folder;
  private final MergePolicy usual;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("search-", 0).daemon().factory());

  private Index(Path folder, MergePolicy usual) throws IOException {
    this.folder = folder;
    this.usual = usual;
    this.directory = FSDirectory.open(folder);
    this.writer = new IndexWriter(directory, config(usual));
    this.searchers = new SearcherManager(writer, new Searchers(threads));
  }

  static Index open(Path folder) throws IOException {
    return open(folder, Merging.USUAL);
  }

  /// `usual`: how segments are joined while rows come in.
  static Index open(Path folder, MergePolicy usual) throws IOException {
    return new Index(folder, usual);
  }

  /// The mark of the commit in the folder; empty when there is none of ours.
  static Optional<Mark> mark(Path folder) throws IOException {
    try (var directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) return Optional.empty();
      try (var reader = DirectoryReader.open(directory)) {
        return Mark.of(reader.getIndexCommit().getUserData());
      }
    }
  }

  Path folder() {
    return folder;
  }

  void put(Key key, Document document) {
    quietly(() -> writer.updateDocument(new Term(Fields.KEY, key.text()), document));
  }

  void remove(Key key) {
    quietly(() -> writer.deleteDocuments(new Term(Fields.KEY, key.text())));
  }

  /// Makes what was put findable.
  void refresh() {
    quietly(() -> {
      searchers.maybeRefreshBlocking();
      return 0;
    });
  }

  /// While rows come in fast, segments are joined sparingly.
  void busy() {
    writer.getConfig().setMergePolicy(usual);
  }

  /// Joins many segments to few large ones, in the background. Called again it takes over what was
  /// joined in the meantime; true while that is not durable yet.
  boolean tidy() {
    if (ask(Index::loose)) {
      writer.getConfig().setMergePolicy(Merging.TIDY);
      quietly(() -> {
        writer.maybeMerge();
        return 0;
      });
    }
    refresh();
    return writer.hasUncommittedChanges();
  }

  private static boolean loose(IndexSearcher searcher) {
    return Merging.loose(
        searcher.getIndexReader().leaves().stream().map(it -> it.reader().maxDoc()).toList());
  }

  /// Makes what was put durable, together with the mark.
  void commit(Mark mark) {
    quietly(() -> {
      writer.setLiveCommitData(mark.data().entrySet());
      return writer.commit();
    });
  }

  /// Reads everything that is durable and compares it with its checksums; not by way of mapped
  /// memory, of which this would take as much as the index is large.
  void verify() {
    quietly(() -> {
      try (var files = new NIOFSDirectory(folder);
          var reader = DirectoryReader.indexExists(files) ? DirectoryReader.open(files) : null) {
        if (reader == null) return 0;
        for (var leaf : reader.leaves()) {
          if (leaf.reader() instanceof CodecReader codec) codec.checkIntegrity();
        }
        return 0;
      }
    });
  }

  interface Question<T> {
    T ask(IndexSearcher searcher) throws IOException;
  }

  <T> T ask(Question<T> question) {
    try {
      var searcher = searchers.acquire();
      try {
        return question.ask(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Without a commit: what was put since the last one is lost, as by a kill.
  @Override
  public void close() {
    quietly(() -> {
      searchers.close();
      threads.shutdown();
      writer.rollback();
      directory.close();
      return 0;
    });
  }

  private static final class Searchers extends SearcherFactory {
    private final Executor threads;

    Searchers(Executor threads) {
      this.threads = threads;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      return new Searcher(reader, threads);
    }
  }

  private static IndexWriterConfig config(MergePolicy usual) {
    return new IndexWriterConfig(analyzer())
        .setMergePolicy(usual)
        .setCodec(new Quantised())
        .setRAMBufferSizeMB(BUFFER_MB)
        .setCommitOnClose(false);
  }

  private static Analyzer analyzer() {
    var grams = new WordAnalyzer(Words::spelled);
    var byField =
        Map.<String, Analyzer>of(
            Fields.TITLE.grams, grams, Fields.TEXT.grams, grams, Fields.KEYWORDS.grams, grams);
    return new PerFieldAnalyzerWrapper(new WordAnalyzer(Words::telling), byField);
  }

  private static final class Quantised extends Lucene103Codec {
    private static final int MAX_CONNECTIONS = 16;
    private static final int BEAM_WIDTH = 100;
    private static final int BITS = 7;

    private final KnnVectorsFormat vectors =
        new Lucene99HnswScalarQuantizedVectorsFormat(
            MAX_CONNECTIONS, BEAM_WIDTH, 1, BITS, false, null, null);

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return vectors;
    }
  }

  private interface Act {
    long run() throws IOException;
  }

  private static void quietly(Act act) {
    try {
      act.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
