package jianglian.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.PriorityQueue;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.model.Pair;
import jianglian.search.CandidateRequest;
import jianglian.search.lucene.ExactCandidates;
import org.springframework.context.ApplicationContext;

/// What the matcher finds beside what it would find if it scored everything that is allowed.
final class Exactness {
  private static final int TOP = 20;
  private static final double SAME = 1e-9;

  private final ApplicationContext app;
  private final Matcher matcher;
  private final Overheard engine;
  private final Times times = new Times();
  private double found;
  private int looked;
  private int allowed;

  Exactness(ApplicationContext app) {
    this.app = app;
    this.matcher = app.getBean(Matcher.class);
    this.engine = app.getBean(Overheard.class);
  }

  void look(Seeker need) {
    var served = matcher.find(need, Pairing.NEED_OFFER, List.of(), TOP);
    var request = engine.last();
    var start = System.nanoTime();
    var least = least(need, request);
    times.add(System.nanoTime() - start);
    found += (double) served.stream().filter(it -> it.score() >= least - SAME).count() / TOP;
    looked++;
  }

  /// The score of the last of the best twenty of all.
  private double least(Seeker need, CandidateRequest request) {
    var best = new PriorityQueue<Double>();
    var today = LocalDate.now(app.getBean(Clock.class));
    var subject = need.subject();
    allowed = 0;
    ExactCandidates.of(
        app,
        request,
        all -> {
          allowed += all.size();
          for (var it : all) {
            var pair = Pair.of(subject, it, today);
            best.add(matcher.model(Pairing.NEED_OFFER).score(pair).score());
            if (best.size() > TOP) best.remove();
          }
        });
    if (best.size() < TOP) throw new IllegalStateException("only " + allowed + " are allowed");
    return best.element();
  }

  /// How many of the best twenty were found, 0 to 1.
  double recall() {
    return found / looked;
  }

  /// How many the last need may find.
  int allowed() {
    return allowed;
  }

  /// Of the exact answers.
  Times times() {
    return times;
  }
}
