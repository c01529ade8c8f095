package jianglian.parks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jianglian.world.RealData;
import org.junit.jupiter.api.Test;

@RealData
class RealUsccTest {
  private static final Path ROWS = RealData.FOLDER.resolve("company/hitech_zone_firms_11prov.csv");

  @Test
  void of_24631_registered_firms_24532_bear_a_right_code() throws IOException {
    var codes = codes();
    assertThat(codes).hasSize(24_631);
    assertThat(codes.stream().filter(it -> Uscc.of(it).isPresent()).count()).isEqualTo(24_532);
  }

  /// The code is the second column; names hold no comma.
  private static List<String> codes() throws IOException {
    try (var lines = Files.lines(ROWS)) {
      return lines.skip(1).map(it -> it.split(",", 3)[1]).toList();
    }
  }
}
