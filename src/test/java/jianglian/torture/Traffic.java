package jianglian.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import jianglian.parks.Industries;
import tools.jackson.databind.json.JsonMapper;

/// People who change offers and people who list them by industry, on all products at once. An offer
/// moves from one industry to another with every change; a list of an industry must hold exactly
/// the offers that are there, but for those being changed meanwhile.
final class Traffic {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int OFFERS = 40;
  private static final int INDUSTRIES = 8;
  private static final int WRITERS = 2;
  private static final int READERS = 2;
  private static final int NAMED = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Subject> products;
  private final FeedingTable feeding;
  private final List<String> industries =
      IntStream.range(1_000, 10_000)
          .mapToObj(String::valueOf)
          .filter(Industries::exists)
          .limit(INDUSTRIES)
          .toList();
  private final Map<String, State> states = new HashMap<>();
  private final List<Thread> people = new ArrayList<>();
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicLong sentAndFindable = new AtomicLong(Long.MIN_VALUE);
  private volatile boolean going;
  private String token = "";

  /// `industry` null: being changed; `changes` counts, so that a reader sees that one came between.
  private record State(long id, String industry, int changes) {}

  Traffic(List<Subject> products, FeedingTable feeding) {
    this.products = products;
    this.feeding = feeding;
  }

  void token(String token) {
    this.token = token;
  }

  int writes() {
    return writes.get();
  }

  int reads() {
    return reads.get();
  }

  int unanswered() {
    return unanswered.get();
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  void begin(int seed) {
    going = true;
    writes.set(0);
    reads.set(0);
    unanswered.set(0);
    for (var i = 0; i < WRITERS; i++) {
      var number = i;
      start(() -> write(number, new Random(seed + number)));
    }
    for (var i = 0; i < READERS; i++) {
      var number = WRITERS + i;
      start(() -> read(new Random(seed + number)));
    }
  }

  private void start(Runnable work) {
    people.add(Thread.ofPlatform().name("traffic").start(work));
  }

  void end() {
    going = false;
    for (var it : people) {
      try {
        it.join();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    people.clear();
  }

  /// How long after that moment something that was sent later could be found.
  Duration findableAfter(long moment, Duration patience) {
    while (sentAndFindable.get() < moment) {
      if (Subject.since(moment).compareTo(patience) > 0) {
        fault("writes do not come back", "after " + patience);
        break;
      }
      Subject.pause(20);
    }
    return Subject.since(moment);
  }

  /// Each has offers of its own, so that nobody's change overtakes another's.
  private void write(int writer, Random random) {
    while (going) {
      var offer = "offer-%d-%03d".formatted(writer, random.nextInt(OFFERS));
      var industry = industries.get(random.nextInt(INDUSTRIES));
      change(offer, industry);
    }
  }

  private void change(String offer, String industry) {
    var before = changing(offer);
    var sent = System.nanoTime();
    var answer = delivered(offer, industry);
    if (answer == null) return;
    var id = JSON.readTree(answer.body()).path("id").asLong();
    if (before.id() != 0 && before.id() != id) fault("another id", offer);
    writes.incrementAndGet();
    var snapshot = feeding.now();
    while (going && !feeding.findable(snapshot)) Subject.pause(20);
    if (feeding.findable(snapshot)) sentAndFindable.accumulateAndGet(sent, Math::max);
    synchronized (states) {
      // Still being found out: compared at the end.
      var found = feeding.findable(snapshot);
      states.put(offer, new State(id, found ? industry : "?" + industry, before.changes() + 1));
    }
  }

  private State changing(String offer) {
    synchronized (states) {
      var before = states.getOrDefault(offer, new State(0, "", 0));
      var during = new State(before.id(), "", before.changes() + 1);
      states.put(offer, during);
      return during;
    }
  }

  /// The answer that acknowledged it, from whichever product is there; null when all ended.
  private HttpResponse<String> delivered(String offer, String industry) {
    var body =
        JSON.writeValueAsString(
            Map.of(
                "type",
                "technology",
                "title",
                "设备共享 " + offer,
                "text",
                "按小时共享的检测设备",
                "industries",
                List.of(industry)));
    var begin = System.nanoTime();
    for (var i = 0; Subject.since(begin).compareTo(PATIENCE) < 0; i++) {
      var product = products.get(Math.floorMod(offer.hashCode() + i, products.size()));
      try {
        var request =
            request(product, "/api/v1/offers/" + offer)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2) return answer;
        fault("a write was refused", answer.statusCode() + " " + answer.body());
      } catch (IOException killed) {
        Subject.pause(50);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    fault("a write found nobody", offer);
    return null;
  }

  private void read(Random random) {
    while (going) {
      var industry = industries.get(random.nextInt(INDUSTRIES));
      compare(products.get(random.nextInt(products.size())), industry);
      Subject.pause(5);
    }
  }

  private void compare(Subject product, String industry) {
    var before = states();
    var listed = listed(product, industry);
    if (listed == null) return;
    var after = states();
    reads.incrementAndGet();
    before.forEach((offer, state) -> {
      if (state.industry().isEmpty() || !state.equals(after.get(offer))) return;
      if (state.industry().startsWith("?")) return;
      var there = state.industry().equals(industry);
      if (there && !listed.contains(state.id())) fault("not found", offer + " in " + industry);
      if (!there && listed.contains(state.id()))
        fault("found as it was", offer + " in " + industry);
    });
  }

  private Map<String, State> states() {
    synchronized (states) {
      return Map.copyOf(states);
    }
  }

  /// Null where nobody answered, or the answer was that search is not available.
  private Set<Long> listed(Subject product, String industry) {
    try {
      var address = "/api/v1/offers?size=100&industry=" + industry;
      var answer = client.send(request(product, address).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        unanswered.incrementAndGet();
        if (answer.statusCode() != 503) fault("a read failed", "" + answer.statusCode());
        return null;
      }
      var ids = new HashSet<Long>();
      JSON.readTree(answer.body())
          .path("items")
          .forEach(it -> {
            if (!ids.add(it.path("id").asLong())) fault("listed twice", industry);
          });
      return ids;
    } catch (IOException killed) {
      return null;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private HttpRequest.Builder request(Subject product, String path) {
    return HttpRequest.newBuilder(URI.create(product.address() + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  /// Once all is quiet, everything acknowledged is where it was put last and nowhere else.
  void compareAll() {
    var begin = System.nanoTime();
    var snapshot = feeding.now();
    while (!feeding.findable(snapshot)) {
      if (Subject.since(begin).compareTo(PATIENCE) > 0) fault("not brought up to date", snapshot);
      Subject.pause(50);
    }
    synchronized (states) {
      states.replaceAll(
          (_, it) -> new State(it.id(), it.industry().replace("?", ""), it.changes()));
    }
    for (var industry : industries) {
      var asked = reads.get();
      for (var i = 0; reads.get() == asked && i < PRODUCTS_TRIED; i++) {
        compare(products.get(i % products.size()), industry);
      }
      if (reads.get() == asked) fault("nobody answers at the end", industry);
    }
  }

  private static final int PRODUCTS_TRIED = 10;

  /// Of one sort of fault the first few are told.
  private void fault(String what, String where) {
    synchronized (faults) {
      var same = faults.stream().filter(it -> it.startsWith(what + ":")).count();
      if (same < NAMED) faults.add(what + ": " + where);
    }
  }
}
