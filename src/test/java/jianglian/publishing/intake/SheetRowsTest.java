package jianglian.publishing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jianglian.audit.Actor;
import jianglian.publishing.IntakeColumn;
import jianglian.publishing.IntakeTarget;
import jianglian.web.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class SheetRowsTest {
  @TempDir Path folder;

  /// Takes anything.
  static final class Anything implements IntakeTarget<ObjectNode> {
    @Override
    public String kind() {
      return "release";
    }

    @Override
    public List<IntakeColumn> columns() {
      return List.of();
    }

    @Override
    public ObjectNode read(String externalId, ObjectNode content) {
      return content;
    }

    @Override
    public List<Fault> faults(ObjectNode command) {
      return List.of();
    }

    @Override
    public List<Outcome> write(long park, Actor actor, List<ObjectNode> commands) {
      return List.of();
    }
  }

  private Path ndjson(int rows) throws IOException {
    var file = folder.resolve("rows.ndjson");
    Files.write(
        file,
        IntStream.range(0, rows)
            .mapToObj(it -> "{\"externalId\":\"x-" + it + "\"}")
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8));
    return file;
  }

  @Test
  void rows_beyond_the_limit_are_not_read_and_the_last_verdict_says_so() throws IOException {
    try (var rows = new NdjsonRows(ndjson(2_345), 2_000)) {
      var reader = new BatchReader<>(rows, new Anything());
      var all =
          Stream.iterate(reader.next(), it -> it != null, _ -> nextOf(reader))
              .flatMap(it -> it.rows().stream())
              .toList();
      assertThat(all).hasSize(2_001);
      assertThat(all.getLast().faults().getFirst().key()).isEqualTo("intake.too-many-rows");
    }
  }

  private static Batch<ObjectNode> nextOf(BatchReader<ObjectNode> reader) {
    try {
      return reader.next();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void a_line_that_is_too_long_is_refused_and_the_next_is_read() throws IOException {
    var file = folder.resolve("long.ndjson");
    Files.writeString(file, "{\"a\":\"" + "x".repeat(3 << 20) + "\"}\n{\"externalId\":\"y\"}");
    try (var rows = new NdjsonRows(file, 10)) {
      assertThat(rows.next())
          .extracting(it -> it.faults().getFirst().key())
          .isEqualTo("intake.too-large");
      assertThat(rows.next()).extracting(Row::number).isEqualTo(2);
      assertThat(rows.next()).isNull();
    }
  }

  @Test
  void ids_are_remembered_with_their_first_row() {
    var seen = new SeenIds();
    for (int i = 1; i <= 50_000; i++) assertThat(seen.firstRow("id-" + i, i)).isZero();
    assertThat(seen.firstRow("id-7", 60_000)).isEqualTo(7);
    assertThat(seen.firstRow("id-50000", 60_000)).isEqualTo(50_000);
  }

  @Test
  void columns_have_letters() {
    assertThat(IntStream.of(0, 25, 26, 51, 52, 701, 702).mapToObj(Sheet::letter))
        .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
  }
}
