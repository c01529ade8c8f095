package jianglian.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import jianglian.search.SearchResult;
import jianglian.search.SearchResult.Hit;
import jianglian.search.lucene.FacetCounts.Counted;
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
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
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
  /// So many nearest entries take part.
  private static final int NEAREST = 100;

  /// A vector below says nothing: texts that have nothing in common reach it.
  private static final float UNRELATED = 0.45f;

  /// Of what is near by meaning, what scores less than this share of the nearest is left out: in a
  /// small collection the nearest hundred would hold almost everything.
  private static final float RELATED = 0.5f;

  private static final float VECTOR = 1;
  private static final float FRESHNESS = 0.06f;
  private static final long HALF_AS_FRESH = Duration.ofDays(180).toMillis();

  /// Without facets, hits beyond are not counted one by one.
  private static final int COUNTED = 1_000;

  private static final Sort NEWEST =
      new Sort(
          LongField.newSortField(Fields.AT, true, SortedNumericSelector.Type.MAX),
          new SortField(Fields.KEY, SortField.Type.STRING));

  SearchResult run() throws IOException {
    var query = query();
    var top = best() ? searcher.search(query, byScore()) : searcher.search(query, byTime());
    var counted = request.facets().isEmpty() ? counted(top) : counted(query);
    var highlights = request.excerpts() ? new Highlights(text.units()) : null;
    var hits = new Hits(searcher, highlights).of(top.scoreDocs, request.size());
    var more = top.scoreDocs.length > request.size();
    return new SearchResult(
        hits,
        counted.total(),
        !request.facets().isEmpty() || top.totalHits.relation() == TotalHits.Relation.EQUAL_TO,
        counted.facets(),
        more ? next(top.scoreDocs[request.size() - 1], hits.getLast()).text() : null);
  }

  private static Counted counted(TopDocs top) {
    return new Counted(top.totalHits.value(), Map.of());
  }

  /// In a round of its own: counting needs no order, and the best are found without looking at all.
  private Counted counted(Query query) throws IOException {
    return searcher.search(query, new FacetCounts(request.facets()));
  }

  private boolean best() {
    return request.order() == Order.BEST && !text.empty();
  }

  private Query query() throws IOException {
    var filter = Filters.of(request.audiences(), request.filters());
    var query = new BooleanQuery.Builder().add(filter, Occur.FILTER);
    if (text.empty()) return query.build();
    if (!best()) return query.add(text.query(searcher), Occur.MUST).build();
    var either = new BooleanQuery.Builder().add(text.query(searcher), Occur.SHOULD);
    if (vector != null) either.add(new Given(nearest(vector, filter)), Occur.SHOULD);
    return query
        .add(either.build(), Occur.MUST)
        .add(
            LongField.newDistanceFeatureQuery(Fields.AT, FRESHNESS, moment, HALF_AS_FRESH),
            Occur.SHOULD)
        .build();
  }

  /// The nearest by title or text, scored by how far their better cosine is above the unrelated.
  private Map<Integer, Float> nearest(float[] vector, Query filter) throws IOException {
    var documents =
        Nearest.both(
            Nearest.documents(searcher, Fields.TITLE_VECTOR, vector, filter, NEAREST),
            Nearest.documents(searcher, Fields.TEXT_VECTOR, vector, filter, NEAREST));
    var scored = new HashMap<Integer, Float>();
    for (var field : List.of(Fields.TITLE_VECTOR, Fields.TEXT_VECTOR)) {
      Nearest.cosines(searcher, field, vector, documents.stream())
          .forEach((document, cosine) -> scored.merge(document, score(cosine), Math::max));
    }
    var least = RELATED * scored.values().stream().max(Float::compare).orElse(0f);
    scored.values().removeIf(it -> it <= 0 || it < least);
    return scored;
  }

  private static float score(float cosine) {
    return VECTOR * (cosine - UNRELATED) / (1 - UNRELATED);
  }

  private CollectorManager<?, ? extends TopDocs> byScore() throws IOException {
    var last = after.isEmpty() ? null : scored(after.get());
    return new TopScoreDocCollectorManager(request.size() + 1, last, COUNTED);
  }

  private CollectorManager<?, ? extends TopDocs> byTime() {
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
