package jianglian.matching.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.matching.laboratory.Samples.Item;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.RealData;
import jianglian.world.World;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What `evaluate` measures is what the pages and the API serve: the same best twenty in the same
/// order, but for those whose chances are alike to a hundredth: the network rounds a text a little
/// differently in other company.
@ModuleTest
@RealData
class ServedMatcherTest {
  private static final int OFFERS = 150;
  private static final int LIST = 20;
  private static final double ALIKE = 0.01;

  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine engine;
  @Autowired Laboratory laboratory;
  @Autowired JdbcClient db;

  @Test
  void the_best_twenty_are_those_of_the_api() throws IOException {
    var folder = RealData.FOLDER.resolve("match");
    var park = world.park("合肥");
    var offers =
        Samples.items(folder.resolve("achievements.jsonl")).values().stream()
            .limit(OFFERS)
            .toList();
    laboratory.fill(offers, park.id(), _ -> {});
    engine.await(Duration.ofSeconds(30));
    var compared = 0;
    for (var need :
        Samples.items(folder.resolve("needs.jsonl")).values().stream().limit(4).toList()) {
      var measured = laboratory.ranking(need, 3 * LIST);
      measured.remove("");
      var best = List.copyOf(measured.keySet());
      var served = served(park, need);
      assertThat(served).as(need.title()).hasSizeGreaterThan(LIST / 2).isSubsetOf(best);
      for (var place = 0; place < served.size(); place++) {
        assertThat(measured.get(served.get(place)))
            .as("place %d for %s", place + 1, need.title())
            .isCloseTo(measured.get(best.get(place)), Offset.offset(ALIKE));
      }
      compared += served.size();
    }
    assertThat(compared).as("offers of the corpus among the lists").isGreaterThan(2 * LIST);
  }

  /// Of the API's list those of the corpus, by their names.
  private List<String> served(World.Park park, Item need) {
    var body =
        new JsonMapper()
            .writeValueAsString(
                Map.of("title", need.title(), "text", need.text(), "type", "technology"));
    var posted = http.api(park.token()).put("/api/v1/needs/" + System.nanoTime(), body);
    assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    var id = posted.json().path("id").asLong();
    var items = http.api(park.token()).get("/api/v1/needs/" + id + "/matches?size=" + LIST);
    var names =
        db
            .sql("select id, external_id from listing where park_id = :park and side = 'offer'")
            .param("park", park.id())
            .query((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return items.json().path("items").values().stream()
        .map(it -> it.path("offer").path("id").asLong())
        .filter(names::containsKey)
        .map(names::get)
        .toList();
  }
}
