package jianglian.commandline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jianglian.publishing.IntakeLine;
import jianglian.publishing.IntakeStatus;
import jianglian.publishing.IntakeSummary;
import jianglian.publishing.IntakeVerdict;
import jianglian.web.Problems;
import tools.jackson.databind.json.JsonMapper;

/// Tells what becomes of the rows while they are taken: refused ones on standard output, all of
/// them into a file when one is named, progress on standard error.
final class ImportReport implements AutoCloseable {
  private final PrintStream out;
  private final PrintStream err;
  private final Writer every;
  private final JsonMapper json;
  private final Problems problems;
  private final long begun = System.nanoTime();
  private int rows;
  private int refused;

  private ImportReport(
      PrintStream out, PrintStream err, Writer every, JsonMapper json, Problems problems) {
    this.out = out;
    this.err = err;
    this.every = every;
    this.json = json;
    this.problems = problems;
  }

  static ImportReport to(
      PrintStream out, PrintStream err, Optional<Path> file, JsonMapper json, Problems problems)
      throws IOException {
    var every =
        file.isPresent()
            ? new BufferedWriter(Files.newBufferedWriter(file.get()))
            : Writer.nullWriter();
    return new ImportReport(out, err, every, json, problems);
  }

  void tell(List<IntakeVerdict> verdicts) {
    for (var verdict : verdicts) {
      var line = json.writeValueAsString(IntakeLine.of(verdict, problems));
      write(line);
      if (verdict.status() != IntakeStatus.REFUSED) continue;
      refused++;
      out.println(line);
    }
    rows += verdicts.size();
    err.printf(
        "\r%,d 行 / rows, %,d 未收下 / refused, %,.0f 行每秒 / rows per second",
        rows, refused, rows / seconds());
  }

  private void write(String line) {
    try {
      every.write(line + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private record Sum(
      long job, int rows, int created, int updated, int unchanged, int refused, double seconds) {}

  /// The last line.
  void sum(IntakeSummary it) {
    err.println();
    out.println(
        json.writeValueAsString(
            new Sum(
                it.job(),
                it.rows(),
                it.created(),
                it.updated(),
                it.unchanged(),
                it.refused(),
                Math.round(seconds() * 1000) / 1000.0)));
  }

  private double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  @Override
  public void close() throws IOException {
    every.close();
  }
}
