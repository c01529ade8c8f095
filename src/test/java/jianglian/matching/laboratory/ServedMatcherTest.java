package jianglian.matching.laboratory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.matching.laboratory.Samples.Item;
import jianglian.matching.model.Feature;
import jianglian.matching.model.ModelFile;
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

/// What `evaluate` measures is what the pages and the API serve: the same best twenty with the same
/// chances but for some hundredths, since the network rounds a text a little differently in other
/// company.
@ModuleTest
@RealData
class ServedMatcherTest {
  private static final int OFFERS = 150;
  private static final int LIST = 20;
  private static final double ALIKE = 0.08;

  /// What the same region adds in the model that ships, as log-odds.
  private static final double NEIGHBOURS =
      requireNonNull(ModelFile.shipped().line(Feature.REGION)).weight();

  /// Of equal texts only one stays in a list for people; what is measured has them all.
  private static final int TWINS = 3;

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
      var served = served(park, need);
      assertThat(served.keySet()).as(need.title()).isSubsetOf(measured.keySet());
      // Need and offers are of one park, which adds the same to every score served.
      var nearer = Math.exp(NEIGHBOURS);
      served.forEach((offer, score) ->
          assertThat(score)
              .as("%s for %s", offer, need.title())
              .isCloseTo(
                  raised(requireNonNull(measured.get(offer)), nearer), Offset.offset(ALIKE)));
      var last = Collections.min(served.values());
      var passed =
          measured.entrySet().stream()
              .filter(it -> raised(it.getValue(), nearer) > last + ALIKE)
              .filter(it -> !served.containsKey(it.getKey()));
      assertThat(passed).as("only what says the same as another").hasSizeLessThanOrEqualTo(TWINS);
      compared += served.size();
    }
    assertThat(compared).as("offers of the corpus among the lists").isGreaterThan(2 * LIST);
  }

  private static double raised(double chance, double odds) {
    return odds * chance / (1 - chance + odds * chance);
  }

  /// Of the API's list those of the corpus: their scores by their names.
  private Map<String, Double> served(World.Park park, Item need) {
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
    var served = new LinkedHashMap<String, Double>();
    for (var item : items.json().path("items").values()) {
      var name = names.get(item.path("offer").path("id").asLong());
      if (name != null) served.put(name, item.path("score").asDouble());
    }
    assertThat(served).hasSizeGreaterThan(LIST / 2);
    return served;
  }
}
