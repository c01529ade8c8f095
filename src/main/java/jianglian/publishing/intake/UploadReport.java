package jianglian.publishing.intake;

import java.time.Instant;
import java.util.List;
import jianglian.publishing.IntakeError;
import org.jspecify.annotations.Nullable;

/// An upload as its park sees it. `standing` is `running`, `finished` or `interrupted`.
public record UploadReport(
    long id,
    String kind,
    @Nullable String fileName,
    Instant startedAt,
    String standing,
    int created,
    int updated,
    int unchanged,
    int refused,
    String actor) {

  public int rows() {
    return created + updated + unchanged + refused;
  }

  /// One row of it; `object` is where what was made of it can be read.
  public record RowVerdict(
      int row,
      @Nullable String externalId,
      String status,
      @Nullable Long object,
      List<IntakeError> errors) {}
}
