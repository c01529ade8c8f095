package jianglian.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jianglian.search.words.Folding;
import jianglian.search.words.Words;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/// The same question put to the same index files by Lucene alone: words, bigrams, filters and both
/// vectors in one query, the best twenty, nothing else.
final class BareLucene implements Closeable {
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  BareLucene(Path index) throws IOException {
    try (var folders = Files.list(index)) {
      var live = folders.filter(Files::isDirectory).sorted().toList().getLast();
      this.directory = FSDirectory.open(live);
      this.reader = DirectoryReader.open(directory);
      this.searcher = new IndexSearcher(reader);
    }
  }

  int entries() {
    return reader.numDocs();
  }

  int segments() {
    return reader.leaves().size();
  }

  int search(String text, float[] vector, List<Term> filters) throws IOException {
    var filter = new BooleanQuery.Builder();
    filters.forEach(it -> filter.add(new TermQuery(it), Occur.FILTER));
    var all = new BooleanQuery.Builder().add(filter.build(), Occur.FILTER);
    all.add(words(Folding.fold(text)), Occur.SHOULD);
    for (var field : List.of("vector.title", "vector.text")) {
      all.add(new KnnFloatVectorQuery(field, vector, 100, filter.build()), Occur.SHOULD);
    }
    all.setMinimumNumberShouldMatch(1);
    return searcher.search(all.build(), 20).scoreDocs.length;
  }

  private static Query words(String text) {
    var any = new BooleanQuery.Builder();
    for (var field : List.of("title", "keywords", "text")) {
      for (var word : Words.telling(text)) {
        any.add(new TermQuery(new Term(field + ".words", word.text())), Occur.SHOULD);
      }
      for (var gram : Words.grams(text)) {
        any.add(new TermQuery(new Term(field + ".grams", gram.text())), Occur.SHOULD);
      }
    }
    return any.build();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
