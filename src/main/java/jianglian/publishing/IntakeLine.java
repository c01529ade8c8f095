package jianglian.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jianglian.web.Problems;
import org.jspecify.annotations.Nullable;

/// A verdict as one line of JSON: what the import's sender reads.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IntakeLine(
    int row,
    @Nullable String externalId,
    IntakeStatus status,
    @Nullable Long id,
    @Nullable List<IntakeError> errors) {
  public static IntakeLine of(IntakeVerdict it, Problems problems) {
    var errors = it.flaws().isEmpty() ? null : IntakeError.of(it.flaws(), problems);
    return new IntakeLine(it.row(), it.externalId(), it.status(), it.id(), errors);
  }
}
