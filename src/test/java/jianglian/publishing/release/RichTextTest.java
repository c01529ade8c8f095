package jianglian.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RichTextTest {
  private static String html(String source) {
    return RichText.html(source, BodyFormat.guess(source));
  }

  @Test
  void script_in_any_dress_does_no_harm() {
    for (var evil :
        List.of(
            "<p>x</p><script>alert(1)</script>",
            "<p onclick=alert(1)>x</p>",
            "<img src=x onerror=alert(1)><p>x</p>",
            "<p><a href=\"javascript:alert(1)\">x</a></p>",
            "<p><a href=\"java\tscript:alert(1)\">x</a></p>",
            "<p><a href=\"data:text/html,<script>alert(1)</script>\">x</a></p>",
            "<svg onload=alert(1)><p>x</p></svg>",
            "<p style=\"background:url(javascript:alert(1))\">x</p>",
            "<iframe src=//evil></iframe><p>x</p>",
            "# x\n\n<script>alert(1)</script>",
            "**x** [x](javascript:alert(1))",
            "x <scr<script>ipt>alert(1)</script>")) {
      for (var format : BodyFormat.values()) {
        assertThat(RichText.html(evil, format))
            .as(evil)
            .doesNotContainIgnoringCase("<script")
            .doesNotContainPattern("(?i)<[^>]+\\son\\w+\\s*=")
            .doesNotContainPattern("(?i)(href|src)\\s*=\\s*[\"']?\\s*(javascript|data):")
            .doesNotContainIgnoringCase("<iframe")
            .doesNotContainIgnoringCase("<svg")
            .doesNotContainPattern("(?i)<[^>]+\\sstyle\\s*=");
      }
    }
  }

  @Test
  void the_format_is_guessed_from_its_signs() {
    assertThat(BodyFormat.guess("<p>一</p>")).isEqualTo(BodyFormat.HTML);
    assertThat(BodyFormat.guess("## 一\n\n二")).isEqualTo(BodyFormat.MARKDOWN);
    assertThat(BodyFormat.guess("一、总则\n    第一条 a < b")).isEqualTo(BodyFormat.TEXT);
  }

  @Test
  void plain_official_text_keeps_its_paragraphs() {
    assertThat(html("一、总则\n　　第一条 <甲>")).isEqualTo("<p>一、总则</p>\n<p>第一条 &lt;甲&gt;</p>");
  }

  @Test
  void a_table_survives() {
    assertThat(html("| 级别 | 金额 |\n|---|---|\n| 国家级 | 100 |")).contains("<table>", "<td>100</td>");
    assertThat(html("<table><tr><td colspan=\"2\">x</td></tr></table>")).contains("colspan=\"2\"");
  }

  @Test
  void the_lead_is_words_only() {
    assertThat(Body.of("<p>甲&amp;乙</p><ul><li>丙</li></ul>", BodyFormat.HTML).lead())
        .isEqualTo("甲&乙 丙");
    assertThat(Body.of("字".repeat(500), BodyFormat.TEXT).lead()).hasSize(120).endsWith("…");
  }
}
