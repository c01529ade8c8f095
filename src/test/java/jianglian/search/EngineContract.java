package jianglian.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.search.SearchRequest.Order;
import jianglian.search.SearchResult.Count;
import jianglian.search.SearchResult.Hit;
import jianglian.world.ModuleTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What every engine must do, whatever holds its index.
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContract {
  protected static final Set<String> PUBLIC = Set.of("public");
  protected static final Filter BOOKS = new Filter.Kinds(Set.of(Shelf.KIND));

  @Autowired protected Embedder embedder;
  @Autowired protected Shelf shelf;
  @Autowired protected Vectors vectors;
  protected SearchEngine engine;

  /// The engine, which follows the shared shelf.
  protected abstract SearchEngine engine();

  @BeforeAll
  void begin() {
    shelf.clear();
    engine = engine();
  }

  @AfterAll
  void end() {
    shelf.clear();
  }

  @Test
  void a_row_is_found_by_its_words_after_its_transaction_and_gone_after_its_removal() {
    var id = shelf.book("关于支持高温合金叶片产业化的若干措施").text("对航空发动机用高温合金叶片给予补助。").put();
    assertThat(found("高温合金叶片")).contains(id);
    shelf.remove(id);
    assertThat(found("高温合金叶片")).doesNotContain(id);
  }

  @Test
  void a_changed_row_is_found_as_it_stands_and_no_longer_as_it_stood() {
    var book = shelf.book("磁悬浮鼓风机节能改造");
    var id = book.put();
    assertThat(found("磁悬浮鼓风机")).contains(id);
    book.called("余热锅炉节能改造").facets(facets("changed", "yes")).put();
    assertThat(found("磁悬浮鼓风机")).doesNotContain(id);
    assertThat(found("余热锅炉", new Filter.Facet("changed", Set.of("yes")))).containsExactly(id);
  }

  @Test
  void what_is_found_by_meaning_alone_is_counted_and_comes_on_some_page() {
    for (var i = 0; i < 17; i++) {
      var title = i % 3 == 0 ? "锂电池热失控预警方法" : i % 3 == 1 ? "锂电池起火预警装置" : "跨境电商仓储";
      var id = shelf.book(title).facets(Map.of("whole", Set.of("x"), "third", Set.of("t" + i % 3)));
      id.put();
      vectors.ensure(Shelf.KIND, id.id, title, null);
    }
    engine.await(Duration.ofSeconds(10));
    var filters = List.of(BOOKS, new Filter.Facet("whole", Set.of("x")));
    var seen = new ArrayList<Long>();
    SearchResult page = null;
    do {
      var after = page == null ? null : page.next();
      page =
          engine.search(
              new SearchRequest(
                  "电池着火的安全隐患怎么提前知道", PUBLIC, filters, List.of("third"), Order.BEST, 4, after));
      assertThat(page.facets().get("third").stream().mapToLong(Count::count).sum())
          .isEqualTo(page.total());
      seen.addAll(ids(page));
    } while (page.next() != null);
    assertThat(seen).doesNotHaveDuplicates().hasSize((int) page.total());
    assertThat(seen).hasSizeGreaterThan(6);
  }

  @Test
  void a_question_may_be_answered_by_time() {
    var old = shelf.book("氦气回收液化装置").at(Instant.EPOCH).put();
    var young = shelf.book("其他").text("氦气回收").at(Instant.now()).put();
    engine.await(Duration.ofSeconds(10));
    var newest =
        new SearchRequest("氦气回收", PUBLIC, List.of(BOOKS), List.of(), Order.NEWEST, 5, null);
    assertThat(ids(engine.search(newest))).containsExactly(young, old);
  }

  @Test
  void a_part_of_a_word_finds_it() {
    var id = shelf.book("中小企业数字化转型试点").put();
    assertThat(found("企业数字化试点")).contains(id);
    assertThat(found("數字化轉型")).contains(id);
  }

  @Test
  void a_synonym_finds_what_was_not_typed() {
    var id = shelf.book("谐波减速机国产化替代").put();
    assertThat(found("谐波减速器国产化")).contains(id);
  }

  @Test
  void what_is_called_exactly_so_stands_before_fresher_ones_whose_names_go_on() {
    var exact = shelf.book("澧水航道疏浚条例").text("第一条").at(Instant.EPOCH).put();
    for (var i = 0; i < 12; i++) {
      var title = "第" + i + "市澧水航道疏浚条例";
      shelf.book(title).text("澧水航道疏浚条例").keywords("澧水航道疏浚条例").at(Instant.now()).put();
    }
    assertThat(found("澧水航道疏浚条例").getFirst()).isEqualTo(exact);
  }

  @Test
  void a_document_number_finds_its_document_first() {
    var one = shelf.book("若干措施").code("江联试〔2031〕12号").put();
    var other = shelf.book("若干措施实施细则").text("根据江联试〔2031〕12号制定").code("江联试〔2031〕21号").put();
    assertThat(found("江联试[2031]12号").getFirst()).isEqualTo(one);
    assertThat(found("请问江联试〔2031〕第21号的申报条件").getFirst()).isEqualTo(other);
  }

  @Test
  void an_entry_is_hidden_from_everyone_its_marks_do_not_name() {
    var id = shelf.book("量子测控原型机联合研发").seenBy("park:7").facets(facets("secret", "yes")).put();
    assertThat(found("量子测控")).doesNotContain(id);
    assertThat(ids(search("量子测控", Set.of("public", "park:7")))).contains(id);
    assertThat(ids(search("量子测控", Set.of("public", "all")))).contains(id);
    for (var typed : List.of("量子测控原型", "liangzicekongyuanxing")) {
      assertThat(engine.suggest(typed, PUBLIC, 10)).noneMatch(it -> book(it, id));
      assertThat(engine.suggest(typed, Set.of("all"), 10)).anyMatch(it -> book(it, id));
    }
    assertThat(counts(PUBLIC, "secret")).isEmpty();
    assertThat(counts(Set.of("all"), "secret")).containsExactly(new Count("yes", 1));
  }

  @Test
  void facets_are_counted_under_the_filters() {
    for (var i = 0; i < 6; i++) {
      shelf
          .book("激光装备" + i)
          .facets(
              Map.of(
                  "river",
                  Set.of(i < 4 ? "长江" : "汉江", "全部"),
                  "even",
                  Set.of(i % 2 == 0 ? "是" : "否")))
          .put();
    }
    assertThat(counts(PUBLIC, "river"))
        .containsExactly(new Count("全部", 6), new Count("长江", 4), new Count("汉江", 2));
    assertThat(counts(PUBLIC, "river", new Filter.Facet("even", Set.of("是"))))
        .containsExactly(new Count("全部", 3), new Count("长江", 2), new Count("汉江", 1));
  }

  @Test
  void every_filter_is_a_condition() {
    var now = LocalDate.of(2026, 7, 1);
    var one =
        shelf
            .book("膜分离装置甲")
            .facets(facets("sector", "water"))
            .numbers(Map.of("price", 50L))
            .validUntil(now)
            .put();
    var two =
        shelf.book("膜分离装置乙").facets(facets("sector", "air")).validUntil(now.minusDays(1)).put();
    var three = shelf.book("膜分离装置丙").numbers(Map.of("price", 500L)).put();
    assertThat(found("膜分离装置", new Filter.Facet("sector", Set.of("water", "air"))))
        .containsExactlyInAnyOrder(one, two);
    assertThat(found("膜分离装置", new Filter.NotFacet("sector", Set.of("air"))))
        .containsExactlyInAnyOrder(one, three);
    assertThat(found("膜分离装置", new Filter.FacetOrAbsent("sector", Set.of("air"))))
        .containsExactlyInAnyOrder(two, three);
    assertThat(found("膜分离装置", new Filter.Between("price", 0, 50))).containsExactly(one);
    assertThat(found("膜分离装置", new Filter.NotIds(Shelf.KIND, List.of(one, two))))
        .containsExactly(three);
    assertThat(found("膜分离装置", new Filter.ValidOn(now))).containsExactlyInAnyOrder(one, three);
    assertThat(found("膜分离装置", new Filter.Facet("sector", Set.of()))).isEmpty();
    assertThat(found("膜分离装置", new Filter.Kinds(Set.of("nothing")))).isEmpty();
    assertThat(found("膜分离装置", new Filter.Ids(Shelf.KIND, List.of(two)))).containsExactly(two);
    var all = shelf.load(List.of(one, two, three));
    var filters =
        List.of(
            new Filter.Facet("sector", Set.of("water", "air")),
            new Filter.NotFacet("sector", Set.of("air")),
            new Filter.FacetOrAbsent("sector", Set.of("air")),
            new Filter.Between("price", 0, 50),
            new Filter.Ids(Shelf.KIND, List.of(one, three)),
            new Filter.NotIds(Shelf.KIND, List.of(one, two)),
            new Filter.ValidOn(now),
            new Filter.Kinds(Set.of(Shelf.KIND)),
            new Filter.Kinds(Set.of("nothing")));
    for (var filter : filters) {
      assertThat(all.stream().filter(filter::holds).map(SearchEntry::id))
          .as("%s holds for what the index finds", filter)
          .containsExactlyInAnyOrderElementsOf(found("膜分离装置", filter));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BEST", "NEWEST"})
  void pages_follow_each_other_without_gap_or_repetition(String order) {
    var put = new ArrayList<Long>();
    for (var i = 0; i < 23; i++) {
      put.add(
          shelf
              .book("分页" + order + "检查")
              .facets(facets("paged", order))
              .at(Instant.parse("2026-05-01T00:00:00Z").plusSeconds(i / 3))
              .put());
    }
    settle();
    var seen = new ArrayList<Long>();
    String after = null;
    do {
      var page =
          engine.search(
              new SearchRequest(
                  "分页检查",
                  PUBLIC,
                  List.of(BOOKS, new Filter.Facet("paged", Set.of(order))),
                  List.of(),
                  Order.valueOf(order),
                  5,
                  after));
      seen.addAll(ids(page));
      after = page.next();
    } while (after != null);
    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(put);
    if (order.equals("NEWEST")) {
      assertThat(seen.getFirst()).isEqualTo(put.get(21));
      assertThat(seen.getLast()).isEqualTo(put.get(2));
    }
  }

  @Test
  void who_reads_the_tables_anyway_is_spared_titles_and_excerpts() {
    var book = shelf.book("光刻机工件台").facets(facets("spared", "x")).put();
    engine.await(Duration.ofSeconds(10));
    var filters = List.of(BOOKS, new Filter.Facet("spared", Set.of("x")));
    var hits =
        engine
            .search(
                new SearchRequest("光刻机", PUBLIC, filters, List.of(), Order.BEST, 5, null, false))
            .hits();
    assertThat(hits)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.id()).isEqualTo(book);
          assertThat(it.titleHtml() + it.snippetHtml()).isEmpty();
        });
  }

  @Test
  void an_empty_search_lists_everything_newest_first() {
    var old = shelf.book("旧").facets(facets("listed", "x")).at(Instant.EPOCH).put();
    var young = shelf.book("新").facets(facets("listed", "x")).at(Instant.now()).put();
    assertThat(found(" ", new Filter.Facet("listed", Set.of("x")))).containsExactly(young, old);
  }

  @Test
  void of_two_equal_entries_the_fresher_stands_first() {
    var old = shelf.book("碳纤维缠绕气瓶").at(Instant.now().minus(Duration.ofDays(900))).put();
    var young = shelf.book("碳纤维缠绕气瓶").at(Instant.now()).put();
    settle();
    assertThat(found("碳纤维缠绕气瓶")).containsSubsequence(young, old);
  }

  @Test
  void hits_are_marked_and_escaped() {
    shelf.book("氢燃料<电堆>寿命").text("寻求\"氢燃料电堆\"寿命测试合作").put();
    var hit = search("氢燃料电堆", PUBLIC).hits().getFirst();
    assertThat(hit.titleHtml()).contains("<mark>").contains("&lt;").doesNotContain("<电");
    assertThat(hit.snippetHtml()).contains("&quot;<mark>");
  }

  @Test
  void names_are_suggested_in_chinese_pinyin_and_initials() {
    var id = shelf.book("沱江岸稀土永磁材料平台").keywords("细胞培育基").put();
    shelf.book("细胞培育基临床转化").keywords("细胞培育基").put();
    engine.await(Duration.ofSeconds(10));
    for (var typed : List.of("沱江岸", "tuojiangan", "tjaxt", "TuoJiang An", "稀土永磁材", "xtycclpt")) {
      assertThat(engine.suggest(typed, PUBLIC, 50)).as(typed).anyMatch(it -> book(it, id));
    }
    assertThat(engine.suggest("xibaopeiyu", PUBLIC, 5))
        .contains(new Suggestion("细胞培育基", Suggestion.WORD, 0));
  }

  @Test
  void the_name_itself_is_suggested_before_a_hundred_fresher_ones_that_hold_it() {
    var exact = shelf.book("岷沱谷").at(Instant.EPOCH).put();
    var beginning = shelf.book("岷沱谷创新街区").at(Instant.EPOCH).put();
    for (var i = 0; i < 100; i++) shelf.book("新建岷沱谷产业社区第" + i + "期").at(Instant.now()).put();
    engine.await(Duration.ofSeconds(10));
    for (var typed : List.of("岷沱谷", "mintuogu", "mtg")) {
      assertThat(engine.suggest(typed, PUBLIC, 8))
          .as(typed)
          .extracting(Suggestion::id)
          .startsWith(exact, beginning);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "。。。！？",
        "😀🚀",
        "AND OR NOT",
        "title:(foo AND [1 TO *]) ~ ^ \\ / \" {",
        "*:*",
        "???***",
        "\u0000\uffff\ud800",
        "的",
        "园",
        "a",
      })
  void any_text_may_be_typed(String typed) {
    assertThat(search(typed, PUBLIC)).isNotNull();
    assertThat(engine.suggest(typed, PUBLIC, 10)).isNotNull();
    assertThat(engine.candidates(request(typed, typed))).isNotNull();
  }

  @Test
  void a_text_of_a_hundred_thousand_letters_takes_no_longer_than_a_question() {
    for (var text :
        List.of("长江流域园区合作联盟".repeat(10_000), "word ".repeat(20_000), "一".repeat(100_000))) {
      var start = System.nanoTime();
      search(text, PUBLIC);
      engine.suggest(text, PUBLIC, 10);
      engine.candidates(request(text, text));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void a_foreign_position_begins_at_the_beginning() {
    shelf.book("外来页码检查").put();
    engine.await(Duration.ofSeconds(10));
    for (var after : List.of("x", "%%%", "MTIz", "")) {
      var request =
          new SearchRequest("外来页码检查", PUBLIC, List.of(BOOKS), List.of(), Order.BEST, 5, after);
      assertThat(engine.search(request).hits()).isNotEmpty();
    }
  }

  @Test
  void candidates_carry_the_raw_figures() {
    // Somebody holds the terms that the candidate lacks.
    shelf.book("量产工艺").put();
    var id =
        shelf
            .book("钙钛矿叠层电池中试")
            .text("寻求钙钛矿叠层太阳能电池中试线合作。")
            .keywords("钙钛矿", "光伏")
            .facets(facets("park", "310115"))
            .put();
    var own = vectors.ensure(Shelf.KIND, id, "钙钛矿叠层电池中试", "寻求钙钛矿叠层太阳能电池中试线合作。");
    engine.await(Duration.ofSeconds(10));
    var request =
        new CandidateRequest(
            "钙钛矿电池量产工艺",
            "需要钙钛矿电池的中试与量产工艺",
            List.of("钙钛矿"),
            own.get("title"),
            null,
            PUBLIC,
            List.of(BOOKS),
            10);
    var candidate =
        engine.candidates(request).stream().filter(it -> it.id() == id).findFirst().orElseThrow();
    assertThat(candidate.bm25Title()).isPositive();
    assertThat(candidate.bm25Keywords()).isPositive();
    assertThat(candidate.cosineTitle()).isBetween(0.999, 1.001);
    assertThat(candidate.cosineText()).isNull();
    assertThat(candidate.sharedTerms()).extracting("word").contains("钙钛矿");
    assertThat(candidate.coverage()).isBetween(0.3, 0.99);
    assertThat(candidate.cosineClosest()).isBetween(-1.0, 1.001);
    assertThat(candidate.facets()).containsEntry("park", Set.of("310115"));
  }

  @Test
  void candidates_come_by_words_and_by_vectors_only_under_the_filters_the_best_first() {
    var near = shelf.book("固态电池电解质膜").text("硫化物固态电解质薄膜连续化制备").facets(facets("pool", "a"));
    var far = shelf.book("稻田养殖技术").text("稻渔综合种养").facets(facets("pool", "a"));
    var other = shelf.book("固态电池电解质膜").facets(facets("pool", "b"));
    for (var it : List.of(near, far, other)) it.put();
    var title = vectors.ensure(Shelf.KIND, near.id, "固态电池电解质膜", "硫化物固态电解质薄膜连续化制备");
    vectors.ensure(Shelf.KIND, far.id, "稻田养殖技术", "稻渔综合种养");
    engine.await(Duration.ofSeconds(10));
    var request =
        new CandidateRequest(
            "固态电池",
            "电解质",
            List.of(),
            title.get("title"),
            title.get("text"),
            PUBLIC,
            List.of(BOOKS, new Filter.Facet("pool", Set.of("a"))),
            10);
    assertThat(engine.candidates(request))
        .extracting(Candidate::id)
        .containsExactly(near.id, far.id);
  }

  @Test
  void a_vector_has_512_floats_and_unit_length() {
    var vector = embedder.embed("长江流域园区合作联盟");
    var sum = 0.0;
    for (var value : vector) sum += value * value;
    assertThat(vector).hasSize(512);
    assertThat(sum).isBetween(0.999, 1.001);
  }

  @Test
  void an_entry_gets_its_vectors_in_the_background_and_is_found_by_meaning() throws Exception {
    var id = shelf.book("新型储能电芯热失控预警").text("监测锂电池温度与气体，提前发现起火风险。").put();
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!found("电池着火的安全隐患怎么提前知道").contains(id) && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    assertThat(found("电池着火的安全隐患怎么提前知道")).contains(id);
    assertThat(vectors.of(Shelf.KIND, id)).containsOnlyKeys("title", "text");
  }

  @Test
  void status_counts_what_is_there() {
    shelf.book("状态").put();
    engine.await(Duration.ofSeconds(10));
    var status = engine.status();
    assertThat(status.entries()).isPositive();
    assertThat(status.newest()).isGreaterThanOrEqualTo(status.applied()).isPositive();
  }

  @Test
  void a_rebuilt_index_answers_the_same() {
    var id = shelf.book("重建之前的条目").put();
    var unlogged = shelf.book("重建之后才有的条目").place();
    assertThat(found("重建之前的条目")).contains(id).doesNotContain(unlogged);
    engine.rebuild();
    assertThat(found("重建的条目")).contains(id, unlogged);
    // Nobody was told of it, so nobody would give it vectors.
    shelf.remove(unlogged);
  }

  /// Waits until all vectors are there: what comes between two pages moves the ranks.
  protected void settle() {
    var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    do {
      assertThat(engine.await(Duration.ofSeconds(10))).isTrue();
    } while (engine.vectorBacklog().texts() > 0 && System.nanoTime() < until);
    assertThat(engine.vectorBacklog().texts()).isZero();
  }

  private static CandidateRequest request(String title, String text) {
    return new CandidateRequest(title, text, List.of(text), null, null, PUBLIC, List.of(BOOKS), 10);
  }

  private static boolean book(Suggestion it, long id) {
    return it.kind().equals(Shelf.KIND) && it.id() == id;
  }

  private static Map<String, Set<String>> facets(String name, String value) {
    return Map.of(name, Set.of(value));
  }

  private List<Count> counts(Set<String> audiences, String facet, Filter... filters) {
    return search("", audiences, List.of(facet), filters).facets().getOrDefault(facet, List.of());
  }

  private List<Long> found(String text, Filter... filters) {
    return ids(search(text, PUBLIC, List.of(), filters));
  }

  private SearchResult search(String text, Set<String> audiences) {
    return search(text, audiences, List.of());
  }

  private SearchResult search(
      String text, Set<String> audiences, List<String> facets, Filter... filters) {
    assertThat(engine.await(Duration.ofSeconds(10))).isTrue();
    var all = new ArrayList<>(List.of(filters));
    all.add(BOOKS);
    return engine.search(new SearchRequest(text, audiences, all, facets, Order.BEST, 20, null));
  }

  private static List<Long> ids(SearchResult result) {
    return result.hits().stream().map(Hit::id).toList();
  }
}
