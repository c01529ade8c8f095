package jianglian.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The expected ids are those of the model's own tokenizer, run on the folded text.
class WordPiecesTest {
  static WordPieces pieces;

  @BeforeAll
  static void read() throws IOException {
    try (var file =
        WordPiecesTest.class.getResourceAsStream("/bge-small-zh-v1.5-q-tokenizer.json")) {
      pieces = WordPieces.read(Objects.requireNonNull(file));
    }
  }

  @Test
  void pieces_are_those_of_the_models_own_tokenizer() {
    assertThat(pieces.of("AI芯片 5G, GPT-4o！", 512))
        .containsExactly(101, 8578, 5708, 4275, 8711, 117, 13228, 8165, 118, 125, 8167, 106, 102);
    assertThat(pieces.of("张江 embedding unaffable", 512))
        .containsExactly(101, 2476, 3736, 13152, 8765, 9879, 8221, 163, 8374, 9049, 9609, 102);
  }

  @Test
  void upper_case_full_width_and_traditional_letters_are_known_to_the_model() {
    assertThat(pieces.of("ＡＩ園區", 512)).isEqualTo(pieces.of("ai园区", 512));
  }

  @Test
  void a_long_text_is_cut_and_an_empty_one_keeps_its_marks() {
    assertThat(pieces.of("长".repeat(10_000), 512)).hasSize(512).endsWith(102);
    assertThat(pieces.of("", 512)).containsExactly(101, 102);
  }
}
