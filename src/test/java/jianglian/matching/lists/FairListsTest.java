package jianglian.matching.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jianglian.cases.Introduced;
import jianglian.matching.OpenCases;
import jianglian.matching.OpenCasesChanged;
import jianglian.matching.fairness.Standings;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seekers;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Lists as rows and as they are read follow the policies, whether they were computed whole or
/// someone new came into them.
@ModuleTest
class FairListsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final AtomicInteger KEYS = new AtomicInteger();

  /// Trades that nobody in the other tests deals in, each with words of its own.
  private static final List<String> TRADES =
      List.of("蒸馏塔", "冷凝器", "搅拌釜", "离心机", "压滤机", "结晶器", "干燥箱", "换热器", "分馏柱", "吸附塔", "萃取槽", "膜组件");

  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine engine;
  @Autowired JdbcClient db;
  @Autowired OpenCases openCases;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired Standings standings;
  @Autowired Seekers seekers;
  @Autowired Matcher matcher;

  private World.Park seeking;
  private World.Park giving;

  @BeforeEach
  void twoParks() {
    seeking = world.park("东营");
    giving = world.park("淄博");
  }

  @AfterEach
  void theMadeUpCasesAreGone() {
    db.sql("delete from introduction_case where number like 'F-%'").update();
  }

  private long put(World.Park park, String side, String title, String text, World.Firm firm) {
    var answer =
        http.api(park.token())
            .put(
                "/api/v1/" + side + "/F-" + KEYS.incrementAndGet(),
                """
                {"title": "%s", "text": "%s", "type": "technology", "industries": ["3521"]%s}
                """
                    .formatted(
                        title, text, firm == null ? "" : ", \"organisation\": " + firm.id()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asLong();
  }

  private void brought(String side, List<String> titles, String text, World.Firm firm) {
    var lines =
        titles.stream()
            .map(it ->
                """
                {"externalId": "F-%d", "title": "%s", "text": "%s", "type": "technology", "industries": ["3521"]%s}\
                """
                    .formatted(
                        KEYS.incrementAndGet(),
                        it,
                        text,
                        firm == null ? "" : ", \"organisation\": \"" + firm.name() + "\""))
            .collect(Collectors.joining("\n"));
    var answer =
        http.api(giving.token())
            .post(
                "/api/v1/" + side + "/import",
                "application/x-ndjson",
                lines.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("refused");
    engine.await(SOON);
  }

  private List<JsonNode> list(String side, long id) {
    var answer = http.api(seeking.token()).get("/api/v1/" + side + "/" + id + "/matches");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return List.copyOf(answer.json().path("items").values());
  }

  private static List<Long> ids(List<JsonNode> items) {
    return items.stream().map(it -> it.path("offer").path("id").asLong()).toList();
  }

  private List<Long> rows(String side, long owner) {
    return db.sql(
            "select %2$s from match where for_side = :side and %1$s = :owner order by rank desc, %2$s"
                .formatted(side + "_id", side.equals("need") ? "offer_id" : "need_id"))
        .param("side", side)
        .param("owner", owner)
        .query(Long.class)
        .list();
  }

  private static void within(Duration patience, BooleanSupplier condition) {
    var end = Instant.now().plus(patience);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private void settled(long listing) {
    within(
        SOON,
        () ->
            db.sql("select count(*) from match_due where listing_id = ? and spread")
                    .param(listing)
                    .query(Long.class)
                    .single()
                == 0);
  }

  @Test
  void spam_repeated_a_thousand_times_is_one_entry_and_others_fill_the_list() {
    var spam = "石脑油裂解催化装置改造，全国最低价，立即联系";
    brought("offers", IntStream.range(0, 1_000).mapToObj(it -> spam + it).toList(), spam, null);
    for (var i = 0; i < 30; i++) {
      var trade = TRADES.get(i % TRADES.size()) + (char) (0x7532 + i);
      put(giving, "offers", trade + "石脑油裂解配套", trade + "专用，按图定制，三十天交货。", null);
    }
    engine.await(SOON);
    var need = put(seeking, "needs", "石脑油裂解催化装置改造", "石脑油裂解催化装置改造，需现场勘查。", null);
    assertThat(candidates(need)).filteredOn(it -> it.startsWith(spam)).hasSizeGreaterThan(40);
    assertThat(list("needs", need)).satisfies(it -> hardlyAmongTwenty(it, spam));
    within(SOON, () -> rows("need", need).size() == 20);
    settled(need);
    assertThat(list("needs", need)).satisfies(it -> hardlyAmongTwenty(it, spam));
  }

  /// Titles of what the matcher finds before policies look at it.
  private List<String> candidates(long need) {
    var seeker = seekers.stored("need", need).orElseThrow();
    return matcher.pairs(seeker, Pairing.NEED_OFFER, List.of(), Matcher.CANDIDATES).stream()
        .map(it -> it.figures().title())
        .toList();
  }

  private static void hardlyAmongTwenty(List<? extends JsonNode> items, String spam) {
    assertThat(items).hasSize(20);
    assertThat(items)
        .filteredOn(it -> it.path("offer").path("title").asString().startsWith(spam))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void one_firm_never_fills_a_list_and_a_newcomer_of_it_takes_the_place_of_its_own() {
    var need = put(seeking, "needs", "萘酚磺化釜成套设备采购", "萘酚磺化釜成套设备，年产三千吨。", null);
    var firm = world.firm("淄博磺化设备有限公司" + giving.id(), giving);
    var own = new ArrayList<Long>();
    for (var trade : TRADES) {
      own.add(
          put(giving, "offers", "萘酚磺化釜" + trade, trade + "，配套萘酚磺化釜使用，" + trade + "质保两年。", firm));
    }
    for (var i = 0; i < 8; i++) {
      settled(
          put(giving, "offers", TRADES.get(i) + "租赁", "可配套萘酚生产，" + TRADES.get(i) + "短期租用。", null));
    }
    own.forEach(this::settled);
    settled(need);
    within(SOON, () -> rows("need", need).stream().filter(own::contains).count() == 5);
    var best = put(giving, "offers", "萘酚磺化釜成套设备", "年产三千吨的全套，交钥匙。", firm);
    within(SOON, () -> rows("need", need).contains(best));
    settled(best);
    settled(need);
    own.add(best);
    assertThat(rows("need", need)).filteredOn(own::contains).hasSize(5).contains(best);
    within(SOON, () -> ids(list("needs", need)).equals(rows("need", need)));
  }

  @Test
  void who_has_many_open_cases_steps_back_in_the_lists_that_show_it() {
    var need = put(seeking, "needs", "苯胺加氢反应器国产化", "苯胺加氢反应器国产化，替代进口。", null);
    var first = put(giving, "offers", "苯胺加氢反应器国产化方案", "替代进口，已有两台运行。", null);
    var second = put(giving, "offers", "苯胺加氢反应器国产化服务", "替代进口，设计资料齐全。", null);
    within(SOON, () -> rows("need", need).containsAll(List.of(first, second)));
    settled(first);
    settled(second);
    var order = rows("need", need);
    var ahead = order.indexOf(first) < order.indexOf(second) ? first : second;
    for (var i = 0; i < 14; i++) opened(ahead);
    transaction.executeWithoutResult(_ -> events.publishEvent(new OpenCasesChanged(need, ahead)));
    within(SOON, () -> entry(need, ahead).getLast() < entry(need, ahead).getFirst());
    var entry = entry(need, ahead);
    assertThat(entry.getLast()).isEqualTo(0.7 * entry.getFirst(), Offset.offset(1e-9));
    var shown = list("needs", need);
    assertThat(shown)
        .filteredOn(it -> it.path("offer").path("id").asLong() == ahead)
        .extracting(it -> it.path("score").asDouble())
        .containsExactly(entry.getFirst());
    assertThat(openCases.of(List.of(ahead))).containsEntry(ahead, 14);
  }

  /// Its score and its rank in this need's list.
  private List<Double> entry(long need, long offer) {
    return db.sql(
            "select score, rank from match where for_side = 'need' and need_id = ? and offer_id = ?")
        .params(need, offer)
        .query((row, _) -> List.of(row.getDouble("score"), row.getDouble("rank")))
        .single();
  }

  /// A case with a need of its own.
  private void opened(long offer) {
    var need =
        new Introduced(world, http, db)
            .listing("need", seeking, null, "离子交换树脂" + KEYS.incrementAndGet());
    db.sql(
            """
            insert into introduction_case (number, title, need_id, offer_id, state, opened_at, state_at)
            values ('F-' || :n, '苯胺', :need, :offer, 'taken', now(), now())
            """)
        .param("n", KEYS.incrementAndGet())
        .param("need", need)
        .param("offer", offer)
        .update();
  }

  @Test
  void a_new_offer_that_is_not_among_the_best_gets_a_first_turn_in_a_full_list() {
    var need = put(seeking, "needs", "偏苯三酸酐精制", "偏苯三酸酐精制，纯度九十九点五。", null);
    var known = new ArrayList<Long>();
    for (var i = 0; i < 24; i++) {
      var trade =
          TRADES.get(i % TRADES.size()) + (char) (0x5b50 + 13 * i) + (char) (0x6b50 + 17 * i);
      known.add(put(giving, "offers", "偏苯三酸酐精制" + trade, trade + "用于偏苯三酸酐精制提纯。", null));
    }
    known.forEach(this::settled);
    settled(need);
    within(SOON, () -> rows("need", need).size() == 20);
    standings.shown(known, 10);
    var late = put(giving, "offers", "偏苯三酸酐电导率监测", "便携手持，电池供电。", null);
    within(SOON, () -> rows("need", need).contains(late));
    var list = rows("need", need);
    assertThat(list).hasSize(20);
    assertThat(list.subList(18, 20)).contains(late);
    assertThat(shown(late)).isPositive();
  }

  private int shown(long listing) {
    return db.sql("select shown from match_standing where listing_id = ?")
        .param(listing)
        .query(Integer.class)
        .single();
  }

  @Test
  void the_other_side_has_the_same_policies() {
    var offer = put(giving, "offers", "甲基丙烯酸连续精馏", "甲基丙烯酸连续精馏成套技术。", null);
    var spam = "急需甲基丙烯酸精馏，价高者来电";
    var first = put(seeking, "needs", spam, spam, null);
    for (var i = 0; i < 4; i++) put(seeking, "needs", spam + i, spam, null);
    var other = put(seeking, "needs", "甲基丙烯酸精馏节能改造", "塔顶温度四十度，节能两成。", null);
    within(
        SOON,
        () -> {
          var mine = new ArrayList<>(rows("offer", offer));
          mine.removeIf(it -> it < first || it > other);
          return mine.size() == 2 && mine.contains(other);
        });
  }
}
