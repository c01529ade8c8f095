package jianglian.cases.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jianglian.audit.Cryptography;
import jianglian.web.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;

class UploadTest {
  static final byte[] PDF = "%PDF-1.7\n…".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource({
    "履带平台参数表.pdf, 履带平台参数表.pdf",
    "C:\\Users\\陈立\\意向书.pdf, 意向书.pdf",
    "../../etc/passwd.pdf, passwd.pdf",
    "..pdf, pdf",
    "a\u202egpj.pdf, agpj.pdf",
    "行一\u0007行二.pdf, 行一行二.pdf",
    "<script>alert(1)</script>.pdf, script_.pdf",
    "100%的;报价?.pdf, 100_的_报价_.pdf",
  })
  void a_file_name_loses_what_could_mislead(String given, String kept) {
    assertThat(FileName.of(given).text()).isEqualTo(kept);
  }

  @Test
  void a_long_name_is_cut_and_keeps_its_extension() {
    var name = FileName.of("需".repeat(300) + ".docx").text();
    assertThat(name).hasSize(120).endsWith("需.docx");
    assertThat(FileName.of("🤖".repeat(100) + ".txt").text()).endsWith("🤖.txt");
  }

  @Test
  void what_is_kept_has_a_digest() {
    var upload = Upload.of("纪要.PDF", PDF);
    assertThat(upload.mediaType()).isEqualTo("application/pdf");
    assertThat(upload.digest()).isEqualTo(Cryptography.digest(PDF));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"页面.html", "图.svg", "程序.exe", "宏.docm", "包.zip", "没有扩展名", "脚本.pdf.js", "", ".pdf"})
  void other_kinds_of_files_are_refused(String name) {
    assertThatThrownBy(() -> Upload.of(name, PDF))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            it -> assertThat(it.faults().getFirst().key()).isEqualTo("case.fault.file-type"));
  }

  @Test
  void a_file_must_begin_as_its_extension_says() {
    var html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    for (var name : List.of("a.pdf", "a.docx", "a.png", "a.jpg", "a.doc", "a.ofd")) {
      assertThatThrownBy(() -> Upload.of(name, html)).isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> Upload.of("a.txt", new byte[] {65, 0, 66}))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Upload.of("a.pdf", "%P".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Upload.of("a.pdf", new byte[0])).isInstanceOf(InvalidInput.class);
  }

  @Test
  void twenty_megabytes_are_kept_and_one_byte_more_is_not() {
    var content = new byte[20 * 1024 * 1024];
    System.arraycopy(PDF, 0, content, 0, PDF.length);
    assertThat(Upload.of(new MockMultipartFile("file", "大.pdf", null, content))).isNotNull();
    var larger = Arrays.copyOf(content, content.length + 1);
    assertThatThrownBy(() -> Upload.of(new MockMultipartFile("file", "大.pdf", null, larger)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void an_empty_file_field_is_no_file() {
    assertThat(Upload.of(new MockMultipartFile("file", "", null, new byte[0]))).isNull();
    assertThat(Upload.of(null)).isNull();
  }
}
