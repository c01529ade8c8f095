package jianglian.search.lucene;

import java.io.IOException;
import java.util.Optional;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import jianglian.search.SearchResult;
import jianglian.search.SearchResult.Hit;
import jianglian.search.changes.Key;
import jianglian.search.question.Highlights;
import jianglian.search.question.Position;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// One search on one state of the index: words and vector together, under the filters.
record Search(
    IndexSearcher searcher,
    SearchRequest request,
    TextQuery text,
    float @Nullable [] vector,
    Optional<Position> after,
    long moment) {
  SearchResult run() throws IOException {
    return request.order() == Order.BEST && !text.question().empty() ? bestFirst() : newestFirst();
  }

  private SearchResult bestFirst() throws IOException {
    var ranking = Ranking.of(searcher, text, vector, allowed(), moment);
    var last = after.isEmpty() ? null : scored(after.get());
    return result(ranking.best(request.size() + 1, last), ranking.found());
  }

  private SearchResult newestFirst() throws IOException {
    var found = text.question().empty() ? allowed().found(searcher) : found(allowed());
    var newest = Newest.of(found, request.size() + 1, after.orElse(null));
    return result(newest, found);
  }

  private Found found(Allowed allowed) throws IOException {
    var query = new BooleanQuery.Builder().add(allowed.query(), Occur.FILTER);
    query.add(text.query(searcher), Occur.FILTER);
    return Found.of(searcher, query.build());
  }

  private Allowed allowed() throws IOException {
    return Allowed.of(searcher, Filters.conditions(request.audiences(), request.filters()));
  }

  /// `shown`: one more than asked for where there are more.
  private SearchResult result(ScoreDoc[] shown, Found found) throws IOException {
    var highlights = request.excerpts() ? new Highlights(text.question().units()) : null;
    var hits = new Hits(searcher, highlights).of(shown, request.size());
    var more = shown.length > request.size();
    var next = more ? next(shown[request.size() - 1], hits.getLast()).text() : null;
    var counts = new FacetCounts(request.facets()).of(found);
    return new SearchResult(hits, found.total(), counts, next);
  }

  private ScoreDoc scored(Position position) throws IOException {
    var key = new TermQuery(new Term(Fields.KEY, position.key()));
    var found = searcher.search(key, 1).scoreDocs;
    var document = found.length == 0 ? Integer.MAX_VALUE - 1 : found[0].doc;
    return new ScoreDoc(document, Float.intBitsToFloat((int) position.place()));
  }

  private Position next(ScoreDoc last, Hit hit) {
    var place =
        last instanceof FieldDoc it && it.fields != null
            ? (Long) it.fields[0]
            : Float.floatToIntBits(last.score);
    return new Position(moment, place, new Key(hit.kind(), hit.id()).text());
  }
}
