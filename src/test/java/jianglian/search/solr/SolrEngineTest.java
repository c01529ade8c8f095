package jianglian.search.solr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jianglian.search.Candidate;
import jianglian.search.CandidateRequest;
import jianglian.search.EngineContract;
import jianglian.search.Filter;
import jianglian.search.SearchChanges;
import jianglian.search.SearchEngine;
import jianglian.search.SearchRequest;
import jianglian.search.SearchRequest.Order;
import jianglian.search.SearchResult;
import jianglian.search.Shelf;
import jianglian.search.embedding.Lacking;
import jianglian.search.embedding.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SolrEngineTest extends EngineContract {
  /// Cosines come with a quarter of the precision, and ages are measured in floats.
  private static final double SCORE = 1e-3;

  private static final double BM25 = 1e-3;
  private static final double COSINE = 1e-5;

  private static final List<String> PARTS =
      List.of(
          "氢燃料电池", "膜电极", "寿命测试", "高温合金", "叶片", "精密铸造", "光伏组件", "回收", "储能", "热管理", "数字孪生", "工业软件",
          "中小企业", "AI", "laser", "共享平台", "中试基地", "检测认证");

  @Autowired SolrOfTests solr;
  @Autowired SearchEngine lucene;
  @Autowired SearchChanges changes;
  @Autowired TransactionTemplate transaction;
  SolrOfTests.Node node;

  @Override
  protected SearchEngine engine() {
    node = solr.node("contract");
    node.feeder.start();
    assertThat(node.engine.await(Duration.ofMinutes(1))).as("filled").isTrue();
    return node.engine;
  }

  /// The vectors of the shared context are computed for what its own index lacks; what Solr lacks
  /// beyond that is announced again, as the product does where Solr is its index.
  @Override
  protected void settle() {
    assertThat(node.engine.await(Duration.ofSeconds(30))).isTrue();
    var lacking = node.missing.some(1_000);
    for (var round = 0; !lacking.isEmpty() && round < 60; round++) {
      for (var it : lacking) {
        vectors.ensure(
            it.kind(),
            it.id(),
            it.part() == Part.TITLE ? it.text() : "",
            it.part() == Part.TEXT ? it.text() : null);
      }
      announce(lacking);
      assertThat(node.engine.await(Duration.ofSeconds(30))).isTrue();
      lacking = node.missing.some(1_000);
    }
    assertThat(lacking).isEmpty();
  }

  private void announce(List<Lacking> texts) {
    transaction.executeWithoutResult(_ -> texts.forEach(it -> changes.changed(it.kind(), it.id())));
  }

  @AfterAll
  void close() {
    node.close();
  }

  /// Both indexes are fresh, so that no removed entry is counted in one of them only.
  @Test
  void both_engines_find_the_same_with_the_same_figures() throws InterruptedException {
    shelf.clear();
    var random = new Random(11);
    for (var i = 0; i < 60; i++) library(i, random);
    quiet();
    lucene.rebuild();
    engine.rebuild();
    for (var typed : List.of("氢燃料电池寿命", "叶片", "中小企业数字化", "AI laser", "储能热管理怎么做", "回收", "能")) {
      for (var order : Order.values()) same(typed, order);
    }
    for (var i = 0; i < 5; i++) sameCandidates(sentence(random), sentence(random));
  }

  /// Until nothing has changed for two seconds: a row that is read again is counted twice for a
  /// while.
  private void quiet() throws InterruptedException {
    settle();
    var newest = -1L;
    while (newest != engine.status().newest()) {
      newest = engine.status().newest();
      Thread.sleep(2_000);
    }
  }

  private void library(int number, Random random) {
    var title = sentence(random);
    var text = sentence(random) + "。" + sentence(random) + "，" + sentence(random);
    var book =
        shelf
            .book(title)
            .text(text)
            .keywords(PARTS.get(random.nextInt(PARTS.size())))
            .facets(Map.of("third", Set.of("t" + number % 3)))
            .at(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(40_000L * random.nextInt(500)));
    book.put();
    vectors.ensure(Shelf.KIND, book.id, title, text);
  }

  private static String sentence(Random random) {
    var sentence = new StringBuilder();
    for (var i = 0; i < 3; i++) {
      sentence.append(PARTS.get(random.nextInt(PARTS.size()))).append(i == 1 ? " " : "");
    }
    return sentence.toString();
  }

  private void same(String typed, Order order) {
    var request =
        new SearchRequest(typed, PUBLIC, List.of(BOOKS), List.of("third"), order, 100, null);
    var one = lucene.search(request);
    var other = engine.search(request);
    assertThat(other.total()).as(typed).isEqualTo(one.total());
    if (order == Order.BEST) assertThat(one.total()).as(typed).isPositive();
    assertThat(other.facets()).as(typed).isEqualTo(one.facets());
    var scores = new HashMap<Long, Double>();
    one.hits().forEach(it -> scores.put(it.id(), it.score()));
    assertThat(other.hits())
        .extracting(SearchResult.Hit::id)
        .as(typed)
        .hasSameElementsAs(scores.keySet());
    for (var i = 0; i < one.hits().size(); i++) {
      var hit = other.hits().get(i);
      assertThat(hit.score()).as(typed).isCloseTo(scores.get(hit.id()), within(SCORE));
      // Nobody stands where the other engine has someone of another score.
      assertThat(hit.score()).as(typed).isCloseTo(one.hits().get(i).score(), within(SCORE));
      var same = one.hits().stream().filter(it -> it.id() == hit.id()).findFirst().orElseThrow();
      assertThat(hit.titleHtml() + hit.snippetHtml())
          .isEqualTo(same.titleHtml() + same.snippetHtml());
    }
    if (order == Order.NEWEST) assertThat(other.hits()).isEqualTo(one.hits());
  }

  private void sameCandidates(String title, String text) {
    var request =
        new CandidateRequest(
            title,
            text,
            List.of(PARTS.getFirst()),
            embedder.embed(title),
            embedder.embed(text),
            PUBLIC,
            List.of(BOOKS, new Filter.NotFacet("third", Set.of("t2"))),
            100);
    var expected = new HashMap<Long, Candidate>();
    var ordered = lucene.candidates(request);
    ordered.forEach(it -> expected.put(it.id(), it));
    var found = engine.candidates(request);
    assertThat(found).hasSize(40).extracting(Candidate::id).hasSameElementsAs(expected.keySet());
    for (var it : found) {
      var same = expected.get(it.id());
      assertThat(it.sharedTerms()).as(it.title()).hasSameElementsAs(same.sharedTerms());
      assertThat(it.bm25Title()).as(it.title()).isCloseTo(same.bm25Title(), within(BM25));
      assertThat(it.bm25Text()).isCloseTo(same.bm25Text(), within(BM25));
      assertThat(it.bm25Keywords()).isCloseTo(same.bm25Keywords(), within(BM25));
      assertThat(it.cosineTitle()).isCloseTo(same.cosineTitle(), within(COSINE));
      assertThat(it.cosineText()).isCloseTo(same.cosineText(), within(COSINE));
      assertThat(it.facets()).isEqualTo(same.facets());
      assertThat(it.title()).isEqualTo(same.title());
    }
    for (var i = 0; i < found.size(); i++) {
      assertThat(closeness(found.get(i), found))
          .isCloseTo(closeness(ordered.get(i), ordered), within(BM25));
    }
  }

  /// What candidates are ordered by: the words relative to the strongest, and the cosines.
  private static double closeness(Candidate it, List<Candidate> all) {
    var strongest = all.stream().mapToDouble(SolrEngineTest::words).max().orElseThrow();
    return words(it) / strongest + it.cosineTitle() + it.cosineText();
  }

  private static double words(Candidate it) {
    return 3 * it.bm25Title() + 2 * it.bm25Keywords() + it.bm25Text();
  }
}
