package jianglian.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jianglian.search.CandidateRequest;
import jianglian.search.question.Sought;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;

/// The questions of a search for candidates put to the same index files by Lucene alone, each on
/// one thread: its terms, its vectors and its filters, a hundred of each and nothing else.
public final class BareCandidates implements Closeable {
  private static final int SIZE = 100;

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /// What a request asks of Lucene.
  public record Questions(List<Query> queries) {}

  /// Of the newest index in the folder.
  public BareCandidates(Path index) throws IOException {
    try (var folders = Files.list(index)) {
      var live = folders.filter(Files::isDirectory).sorted().toList().getLast();
      this.directory = FSDirectory.open(live);
      this.reader = DirectoryReader.open(directory);
      this.searcher = new IndexSearcher(reader);
    }
  }

  public int segments() {
    return reader.leaves().size();
  }

  public Questions questions(CandidateRequest request) throws IOException {
    var filter = Filters.of(request.audiences(), request.filters());
    var queries = new ArrayList<Query>();
    var any = new BooleanQuery.Builder();
    var terms = Terms.of(searcher, Sought.of(request));
    for (var term : terms.best()) {
      for (var field : Fields.values()) {
        var query = terms.query(field, term.word());
        if (query != null) any.add(new BoostQuery(query, field.weight), Occur.SHOULD);
      }
    }
    queries.add(
        new BooleanQuery.Builder().add(any.build(), Occur.MUST).add(filter, Occur.FILTER).build());
    var title = request.titleVector();
    var text = request.textVector();
    if (title != null) {
      queries.add(new KnnFloatVectorQuery(Fields.TITLE_VECTOR, title, SIZE, filter));
    }
    if (text != null) queries.add(new KnnFloatVectorQuery(Fields.TEXT_VECTOR, text, SIZE, filter));
    return new Questions(queries);
  }

  /// How many documents were found.
  public int ask(Questions questions) throws IOException {
    var found = 0;
    for (var it : questions.queries()) found += searcher.search(it, SIZE).scoreDocs.length;
    return found;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
