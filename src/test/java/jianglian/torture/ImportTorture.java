package jianglian.torture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import jianglian.bench.Bench;
import jianglian.bench.Corpus;

/// Kills the product, and in every third round its postmaster too, during an import sent over HTTP,
/// starts it again and looks whether anything that was acknowledged is lost, twice or not found.
public final class ImportTorture {
  private static final int EVERY_THIRD = 3;
  private static final int APART = 60;

  private final Subject subject;
  private final Random random;
  private final Corpus corpus;
  private final int size;
  private String token = "";

  private ImportTorture(Subject subject, int size, int seed) {
    this.subject = subject;
    this.size = size;
    this.random = new Random(seed);
    this.corpus = new Corpus(seed);
  }

  static void main(String[] arguments) throws IOException {
    var bench = Bench.of(arguments);
    var seed = bench.option("seed", new Random().nextInt(1_000_000));
    var size = bench.option("rows", 10_000);
    System.out.printf("seed %d%n%s", seed, Round.HEAD);
    var rounds = run(bench.option("rounds", 20), size, seed, System.out::println);
    report(bench, seed, size, rounds);
    System.exit(rounds.stream().allMatch(it -> it.faults().isEmpty()) ? 0 : 1);
  }

  /// `each` hears of every round when it is over.
  static List<Round> run(int rounds, int size, int seed, Consumer<Round> each) throws IOException {
    var done = new ArrayList<Round>();
    try (var subject = Subject.create()) {
      var torture = new ImportTorture(subject, size, seed);
      torture.prepare();
      for (int number = 1; number <= rounds; number++) {
        var round = torture.round(number, number == rounds);
        done.add(round);
        each.accept(round);
      }
    }
    return done;
  }

  private void prepare() throws IOException {
    subject.start();
    try (var tables = new Tables(subject.home())) {
      tables.addPark();
    }
    token = subject.command("token", "--park", Tables.PARK).strip();
  }

  private Round round(int number, boolean last) throws IOException {
    var load = Load.of(number, size, corpus);
    var moment = Moment.of(number);
    var postmaster = number % EVERY_THIRD == 0;
    long before;
    try (var examination = new Examination(subject, load, token)) {
      before = examination.newestJob();
    }
    var exchange = Exchange.begin(subject.port(), moment == Moment.SLOW, load, token);
    moment.await(exchange, load, subject.home(), random);
    kill(postmaster);
    var acknowledged = exchange.verdicts();
    var restart = subject.start().toMillis() / 1e3;
    try (var examination = new Examination(subject, load, token)) {
      var there = examination.rows(acknowledged);
      examination.job(before, there);
      var index = examination.index();
      var begin = System.nanoTime();
      var second = Exchange.begin(subject.port(), false, load, token);
      examination.again(second.verdicts(), there);
      var again = Subject.since(begin).toMillis() / 1e3;
      examination.index();
      examination.leftovers();
      if (last) examination.wholeIndex();
      // The chain is only ever added to: verifying it later says the same of what was there before.
      if (last || postmaster) examination.chain();
      var faults = List.copyOf(examination.faults());
      return new Round(
          number,
          load,
          moment,
          postmaster,
          acknowledged.size(),
          there,
          restart,
          index,
          again,
          faults);
    }
  }

  /// Which of the two dies first is left to chance.
  private void kill(boolean postmaster) {
    var serverFirst = postmaster && random.nextBoolean();
    if (serverFirst) {
      subject.killPostmaster();
      Subject.pause(random.nextInt(APART));
    }
    subject.kill();
    if (postmaster && !serverFirst) subject.killPostmaster();
  }

  private static void report(Bench bench, int seed, int size, List<Round> rounds) {
    var faults = rounds.stream().flatMap(it -> it.faults().stream()).toList();
    bench.fact("seed", seed);
    bench.fact("rounds", rounds.size());
    bench.fact("rows_a_round", size);
    bench.fact("postmaster_killed", rounds.stream().filter(Round::postmaster).count());
    bench.fact("interrupted", rounds.stream().filter(Round::interrupted).count());
    bench.fact("acknowledged", rounds.stream().mapToInt(Round::acknowledged).sum());
    bench.fact("there_after_restart", rounds.stream().mapToInt(Round::there).sum());
    bench.fact("restart_max_s", rounds.stream().mapToDouble(Round::restart).max().orElse(0));
    bench.fact("index_max_s", rounds.stream().mapToDouble(Round::index).max().orElse(0));
    bench.fact("faults", faults);
    bench.print();
  }
}
