package jianglian.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jianglian.Jianglian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

class ModelFileTest {
  private static final String SHIPPED = ModelFile.shipped().text();

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> ModelFile.read(text))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining(why);
  }

  @Test
  void what_is_written_is_read_again() {
    assertThat(ModelFile.read(SHIPPED)).isEqualTo(ModelFile.shipped());
    assertThat(ModelFile.read(new ByteArrayInputStream(SHIPPED.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(ModelFile.shipped());
  }

  @Test
  void a_damaged_file_is_refused_with_the_reason() {
    for (var length : List.of(0, 1, SHIPPED.length() / 2, SHIPPED.length() - 2)) {
      assertThatThrownBy(() -> ModelFile.read(SHIPPED.substring(0, length)))
          .as(length + " letters")
          .isInstanceOf(ModelRefused.class);
    }
    refused("null", "it is empty");
    refused("[]", "");
    refused(SHIPPED.replace("\"features\"", "\"weights\""), "a part is missing");
    refused(SHIPPED.replaceFirst("\"weight\" : [0-9.]+", "\"weight\" : -1"), "negative");
    refused(SHIPPED.replaceFirst("\"weight\" : [0-9.]+", "\"weight\" : \"NaN\""), "negative");
    refused(SHIPPED.replaceFirst("\"scale\" : [0-9.]+", "\"scale\" : 0"), "positive");
    refused(SHIPPED.replace("words-title", "words-titel"), "no such feature: words-titel");
    refused(SHIPPED.replace("words-title", "words-text"), "twice");
  }

  @Test
  void another_version_is_refused() {
    refused(SHIPPED.replace("\"version\" : 1", "\"version\" : 2"), "its version is 2 and not 1");
    refused(SHIPPED.replace("\"version\" : 1,", ""), "its version is null and not 1");
  }

  @Test
  void the_product_does_not_start_on_a_model_it_cannot_read(@TempDir Path folder) throws Exception {
    var file = folder.resolve("model.json");
    Files.writeString(file, SHIPPED.replace("\"version\" : 1", "\"version\" : 7"));
    assertThatThrownBy(() ->
            new SpringApplicationBuilder(Jianglian.class)
                .run(
                    "--jianglian.matching.model=" + file,
                    "--server.port=0",
                    "--logging.level.root=off"))
        .rootCause()
        .hasMessageContaining("its version is 7 and not 1");
  }
}
