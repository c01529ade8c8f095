package jianglian.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import jianglian.torture.Exchange.Verdict;

/// Looks at the restarted product for what a kill must not do. Every fault found is one sentence.
final class Examination implements AutoCloseable {
  private static final int BATCH = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long SHORTEST = 250;
  private static final long LONGEST = 4_000;
  private static final int NAMED = 3;

  private final Subject subject;
  private final Load load;
  private final String token;
  private final Tables tables;
  private final List<String> faults = new ArrayList<>();

  Examination(Subject subject, Load load, String token) {
    this.subject = subject;
    this.load = load;
    this.token = token;
    this.tables = new Tables(subject.home());
  }

  List<String> faults() {
    return faults;
  }

  /// How many rows are there: each acknowledged one, each once, each saying what was sent, whole
  /// batches only.
  int rows(List<Verdict> acknowledged) {
    var rows = tables.rows(load);
    for (var it : acknowledged) {
      var stored = rows.getOrDefault(it.externalId(), Optional.empty());
      if (stored.isEmpty()) fault("lost", it.externalId());
      else if (stored.get().id() != it.id()) fault("under another id", it.externalId());
    }
    var acts = tables.acts(load.kind());
    rows.forEach((id, stored) -> {
      if (stored.isEmpty()) fault("there twice", id);
      else {
        if (!stored.get().row().equals(load.rows().get(id))) fault("not what was sent", id);
        if (stored.get().version() != 1) fault("written again", id);
        if (acts.getOrDefault(stored.get().id(), 0) != 1) fault("not recorded once", id);
      }
    });
    var all = List.copyOf(load.rows().keySet());
    if (!rows.keySet().equals(new HashSet<>(all.subList(0, rows.size()))))
      fault("rows left out", "");
    if (rows.size() % BATCH != 0 && rows.size() != all.size())
      fault("part of a batch", "" + rows.size());
    return rows.size();
  }

  /// The job counts exactly the rows that are there, and has an end only when it took them all.
  void job(long before, int there) {
    var job = tables.newestJob().filter(it -> it.id() > before);
    if (job.isEmpty()) {
      if (there > 0) fault("rows without a job", "" + there);
      return;
    }
    var it = job.get();
    if (it.created() != there || it.unchanged() + it.others() != 0)
      fault("the job counts otherwise", it.toString());
    if (it.finished() && there != load.rows().size())
      fault("a job ended before its end", it.toString());
  }

  long newestJob() {
    return tables.newestJob().map(Tables.Job::id).orElse(0L);
  }

  /// The same delivery again: what is there is unchanged, the rest is created, and the job ends.
  void again(List<Verdict> verdicts, int there) {
    var all = load.rows().size();
    var unchanged = verdicts.stream().filter(it -> it.status().equals("unchanged")).count();
    var created = verdicts.stream().filter(it -> it.status().equals("created")).count();
    if (unchanged != there || created != all - there) {
      fault(
          "sent again",
          "%d unchanged, %d created, %d were there".formatted(unchanged, created, there));
    }
    var job = tables.newestJob().orElseThrow();
    if (!job.finished() || job.unchanged() != unchanged || job.created() != created) {
      fault("the job of the second delivery", job.toString());
    }
    if (rows(verdicts) != all) fault("not all there", "after sending again");
  }

  /// Seconds until the index holds exactly the rows of this load.
  double index() {
    var begin = System.nanoTime();
    var expected = new HashSet<Long>();
    tables.rows(load).values().forEach(it -> it.ifPresent(row -> expected.add(row.id())));
    var query = load.path() + "?industry=" + load.industry() + "&";
    agree("the index and the tables", expected, query);
    return Subject.since(begin).toMillis() / 1e3;
  }

  /// The index holds exactly what the tables hold, of every kind.
  void wholeIndex() {
    for (var kind : List.of("release", "need", "offer")) {
      agree("the whole index and the tables", new HashSet<>(tables.ids(kind)), kind + "s?");
    }
  }

  private void agree(String what, HashSet<Long> expected, String query) {
    var last = new Found[1];
    var agreed =
        until(() -> {
          last[0] = Found.of(subject, query, token);
          return last[0].holes() == 0
              && last[0].ids().size() == expected.size()
              && expected.equals(new HashSet<>(last[0].ids()));
        });
    if (agreed) return;
    fault(
        what,
        "%d rows, %d found, %d of them not there"
            .formatted(expected.size(), last[0].ids().size(), last[0].holes()));
  }

  /// What the killed process had left to do is done: its events heard, its acts sealed.
  void leftovers() {
    none("events not heard", tables::notHeard);
    none("acts not sealed", tables::notSealed);
  }

  private void none(String what, LongSupplier count) {
    if (!until(() -> count.getAsLong() == 0)) fault(what, "" + count.getAsLong());
  }

  /// `bin/jianglian verify` finds the record of acts whole.
  void chain() throws IOException {
    try {
      subject.command("verify");
    } catch (IllegalStateException broken) {
      fault("the record of acts", String.valueOf(broken.getMessage()));
    }
  }

  /// Looks ever more rarely, since looking costs the product what it needs to get there.
  private static boolean until(BooleanSupplier condition) {
    var begin = System.nanoTime();
    for (var pause = SHORTEST; !condition.getAsBoolean(); pause = Math.min(2 * pause, LONGEST)) {
      if (Subject.since(begin).compareTo(PATIENCE) > 0) return false;
      Subject.pause(pause);
    }
    return true;
  }

  /// Of one sort of fault the first few are told.
  private void fault(String what, String where) {
    var same = faults.stream().filter(it -> it.startsWith(what + ":")).count();
    if (same < NAMED) faults.add(what + ": " + where);
  }

  @Override
  public void close() {
    tables.close();
  }
}
