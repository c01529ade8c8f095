package jianglian.publishing.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jianglian.publishing.Intake;
import jianglian.publishing.IntakeError;
import jianglian.publishing.IntakeFinished;
import jianglian.publishing.IntakeOrder;
import jianglian.publishing.IntakeStatus;
import jianglian.publishing.IntakeSummary;
import jianglian.publishing.IntakeTarget;
import jianglian.publishing.IntakeText;
import jianglian.publishing.IntakeVerdict;
import jianglian.publishing.IntakeVerdict.Flaw;
import jianglian.web.Fault;
import jianglian.web.NotFound;
import jianglian.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/// Takes a file of rows: while one batch is being written, the next is being read.
@Component
class Taking implements Intake {
  private final List<IntakeTarget<?>> targets;
  private final Opening opening;
  private final ImportJobs jobs;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Problems problems;

  Taking(
      List<IntakeTarget<?>> targets,
      Opening opening,
      ImportJobs jobs,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Problems problems) {
    this.targets = targets;
    this.opening = opening;
    this.jobs = jobs;
    this.transaction = transaction;
    this.events = events;
    this.problems = problems;
  }

  IntakeTarget<?> target(String kind) {
    return targets.stream()
        .filter(it -> it.kind().equals(kind))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  @Override
  public IntakeSummary take(IntakeOrder order, Path file, Consumer<List<IntakeVerdict>> verdicts) {
    return take(order, file, _ -> {}, verdicts);
  }

  /// `begun` hears the number of the job before the first row is written.
  IntakeSummary take(
      IntakeOrder order, Path file, Consumer<Long> begun, Consumer<List<IntakeVerdict>> verdicts) {
    try {
      return take(target(order.kind()), order, file, begun, verdicts);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private <C> IntakeSummary take(
      IntakeTarget<C> target,
      IntakeOrder order,
      Path file,
      Consumer<Long> begun,
      Consumer<List<IntakeVerdict>> verdicts)
      throws IOException {
    var format = opening.format(file);
    try (var rows = opening.rows(file, format, target);
        var batches = new Ahead<>(new BatchReader<>(rows, target)::next)) {
      var job = jobs.begin(order, format.code());
      begun.accept(job);
      var summary = new IntakeSummary(job, 0, 0, 0, 0);
      for (var batch = batches.next(); batch != null; batch = batches.next()) {
        var written = write(target, order, rows, batch, summary);
        summary = written.summary();
        verdicts.accept(written.verdicts());
      }
      finish(summary, order);
      return summary;
    }
  }

  private record Written(IntakeSummary summary, List<IntakeVerdict> verdicts) {}

  private <C> Written write(
      IntakeTarget<C> target, IntakeOrder order, Rows rows, Batch<C> batch, IntakeSummary before) {
    return transaction.execute(_ -> {
      var commands = new ArrayList<C>();
      for (var it : batch.rows()) {
        if (it.command() != null) commands.add(it.command());
      }
      var outcomes = target.write(order.park(), order.actor(), commands).iterator();
      var verdicts =
          batch.rows().stream()
              .map(it ->
                  it.command() == null
                      ? refused(it, it.faults(), rows)
                      : verdict(it, outcomes.next(), rows))
              .toList();
      var summary = counted(before, verdicts);
      jobs.note(summary, kept(batch, verdicts, order.keepRows()));
      return new Written(summary, verdicts);
    });
  }

  private void finish(IntakeSummary it, IntakeOrder order) {
    transaction.executeWithoutResult(_ -> {
      jobs.finish(it);
      events.publishEvent(
          new IntakeFinished(
              it.job(),
              order.kind(),
              order.park(),
              it.created(),
              it.updated(),
              it.unchanged(),
              it.refused()));
    });
  }

  private static IntakeVerdict verdict(Read<?> read, IntakeTarget.Outcome outcome, Rows rows) {
    if (outcome.status() == IntakeStatus.REFUSED) return refused(read, outcome.faults(), rows);
    return new IntakeVerdict(
        read.row().number(), read.externalId(), outcome.status(), outcome.id(), List.of());
  }

  private static IntakeVerdict refused(Read<?> read, List<Fault> faults, Rows rows) {
    var flaws = faults.stream().map(it -> new Flaw(column(it, rows), it)).toList();
    return new IntakeVerdict(
        read.row().number(), read.externalId(), IntakeStatus.REFUSED, null, flaws);
  }

  private static @Nullable String column(Fault fault, Rows rows) {
    var field = fault.field();
    int end = field.indexOf('/');
    return rows.column(end < 0 ? field : field.substring(0, end));
  }

  private static IntakeSummary counted(IntakeSummary before, List<IntakeVerdict> verdicts) {
    var by =
        verdicts.stream()
            .collect(Collectors.groupingBy(IntakeVerdict::status, Collectors.counting()));
    return new IntakeSummary(
        before.job(),
        before.created() + by.getOrDefault(IntakeStatus.CREATED, 0L).intValue(),
        before.updated() + by.getOrDefault(IntakeStatus.UPDATED, 0L).intValue(),
        before.unchanged() + by.getOrDefault(IntakeStatus.UNCHANGED, 0L).intValue(),
        before.refused() + by.getOrDefault(IntakeStatus.REFUSED, 0L).intValue());
  }

  /// What a row held, unless the database cannot hold it.
  private static @Nullable ObjectNode storable(Row row) {
    var content = row.content();
    var text = String.valueOf(content);
    return IntakeText.storable(text) && !text.contains("\\u0000") ? content : null;
  }

  private <C> List<ImportJobs.KeptVerdict> kept(
      Batch<C> batch, List<IntakeVerdict> verdicts, boolean all) {
    var kept = new ArrayList<ImportJobs.KeptVerdict>();
    for (int i = 0; i < verdicts.size(); i++) {
      var it = verdicts.get(i);
      var refused = it.status() == IntakeStatus.REFUSED;
      if (!refused && !all) continue;
      kept.add(
          new ImportJobs.KeptVerdict(
              it.row(),
              it.externalId(),
              it.status(),
              it.id(),
              refused && all ? storable(batch.rows().get(i).row()) : null,
              refused ? IntakeError.of(it.flaws(), problems) : null));
    }
    return kept;
  }
}
