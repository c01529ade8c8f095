package jianglian.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import jianglian.search.SearchResult;
import jianglian.search.SearchResult.Count;
import jianglian.search.SearchResult.Hit;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One search on one state of the index: words and vector together, under the filters.
record Search(
    IndexSearcher searcher,
    SearchRequest request,
    TextQuery text,
    float @Nullable [] vector,
    Optional<Position> after,
    long moment) {
  /// Without facets, hits beyond are not counted one by one.
  private static final int COUNTED = 1_000;

  private static final Sort NEWEST =
      new Sort(
          LongField.newSortField(Fields.AT, true, SortedNumericSelector.Type.MAX),
          new SortField(Fields.KEY, SortField.Type.STRING));

  SearchResult run() throws IOException {
    return request.order() == Order.BEST && !text.empty() ? bestFirst() : newestFirst();
  }

  private SearchResult bestFirst() throws IOException {
    var ranking = Ranking.of(searcher, text, vector, filter(), moment);
    var last = after.isEmpty() ? null : scored(after.get());
    var counts = new FacetCounts(request.facets()).counts(ranking.found());
    return result(ranking.best(request.size() + 1, last), ranking.total(), true, counts);
  }

  private SearchResult newestFirst() throws IOException {
    var query = new BooleanQuery.Builder().add(filter(), Occur.FILTER);
    if (!text.empty()) query.add(text.query(searcher), Occur.FILTER);
    var top = searcher.search(query.build(), byTime());
    if (request.facets().isEmpty()) {
      var exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
      return result(top.scoreDocs, top.totalHits.value(), exact, Map.of());
    }
    // In a round of its own: counting needs no order, and the newest are found without looking at
    // all.
    var counted = searcher.search(query.build(), new FacetCounts(request.facets()));
    return result(top.scoreDocs, counted.total(), true, counted.facets());
  }

  private Query filter() {
    return Filters.of(request.audiences(), request.filters());
  }

  /// `found`: one more than asked for where there are more.
  private SearchResult result(
      ScoreDoc[] found, long total, boolean exact, Map<String, List<Count>> counts)
      throws IOException {
    var highlights = request.excerpts() ? new Highlights(text.units()) : null;
    var hits = new Hits(searcher, highlights).of(found, request.size());
    var more = found.length > request.size();
    var next = more ? next(found[request.size() - 1], hits.getLast()).text() : null;
    return new SearchResult(hits, total, exact, counts, next);
  }

  private CollectorManager<?, TopFieldDocs> byTime() {
    var last =
        after
            .map(it ->
                new FieldDoc(
                    Integer.MAX_VALUE, 0, new Object[] {it.place(), new BytesRef(it.key())}))
            .orElse(null);
    return new TopFieldCollectorManager(NEWEST, request.size() + 1, last, COUNTED);
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
