package jianglian.publishing.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jianglian.publishing.IntakeTarget;
import jianglian.publishing.IntakeText;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Makes commands of rows, batch by batch, and finds what is wrong across rows: an id that stands
/// twice, more rows than are taken.
final class BatchReader<C> {
  private final Rows rows;
  private final IntakeTarget<C> target;
  private final SeenIds seen = new SeenIds();
  private int count;
  private boolean ended;

  BatchReader(Rows rows, IntakeTarget<C> target) {
    this.rows = rows;
    this.target = target;
  }

  /// The next rows, null at the end.
  @Nullable Batch<C> next() throws IOException {
    var batch = new Batch<C>();
    while (!ended && !batch.full()) {
      var row = rows.next();
      if (row == null) {
        ended = true;
      } else if (++count > rows.limit()) {
        ended = true;
        batch.add(refused(row, null, Fault.at("", "intake.too-many-rows", rows.limit())));
      } else {
        batch.add(read(row));
      }
    }
    return batch.rows().isEmpty() ? null : batch;
  }

  private Read<C> read(Row row) {
    var content = row.content();
    if (content == null) return new Read<>(row, null, null, row.faults());
    var id = content.remove(HeadedRows.ID);
    if (id == null || id.isNull() || (id.isString() && id.asString().isBlank())) {
      return refused(row, null, Fault.at("/" + HeadedRows.ID, "intake.id-needed"));
    }
    if (!id.isString() && !id.isIntegralNumber()) {
      return refused(row, null, Fault.at("/" + HeadedRows.ID, "intake.not-text"));
    }
    var externalId = id.asString().strip();
    if (!IntakeText.storable(externalId)) {
      return refused(row, null, Fault.at("/" + HeadedRows.ID, "intake.not-storable"));
    }
    return identified(row, externalId, content);
  }

  private Read<C> identified(Row row, String externalId, ObjectNode content) {
    int first = seen.firstRow(externalId, row.number());
    if (first != 0) {
      return refused(row, externalId, Fault.at("/" + HeadedRows.ID, "intake.id-twice", first));
    }
    var command = target.read(externalId, content);
    if (row.faults().isEmpty()) return new Read<>(row, externalId, command, List.of());
    var faults = new ArrayList<>(row.faults());
    faults.addAll(target.faults(command));
    return new Read<>(row, externalId, null, List.copyOf(faults));
  }

  private static <C> Read<C> refused(Row row, @Nullable String externalId, Fault fault) {
    var faults = new ArrayList<>(row.faults());
    faults.add(fault);
    return new Read<>(row, externalId, null, List.copyOf(faults));
  }
}
