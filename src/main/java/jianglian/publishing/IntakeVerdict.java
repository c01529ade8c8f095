package jianglian.publishing;

import java.util.List;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;

/// What became of the row with this number in the file: the line of ndjson and csv, the row of a
/// spreadsheet. `id` is the thing's own id, null when it was refused.
public record IntakeVerdict(
    int row,
    @Nullable String externalId,
    IntakeStatus status,
    @Nullable Long id,
    List<Flaw> flaws) {

  /// One thing wrong with a row; `column` is the letter of a spreadsheet's column.
  public record Flaw(@Nullable String column, Fault fault) {}
}
