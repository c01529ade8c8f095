package jianglian.publishing;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Takes deliveries of many rows, whatever they hold: each kind has an [IntakeTarget].
public interface Intake {
  /// Reads the file and hands its rows on in batches, each in one durable transaction; `verdicts`
  /// hears of a batch only after that, in the order of the rows. A file that cannot be read at all
  /// is refused before the first row.
  IntakeSummary take(IntakeOrder order, Path file, Consumer<List<IntakeVerdict>> verdicts);
}
