package jianglian.cases.documents;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A kind of file that may be uploaded: known by its extension, and its content must begin (in hex)
/// as that kind does.
record DocumentType(String mediaType, String beginning, List<String> extensions) {
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String ZIP = "504b0304";

  private static final List<DocumentType> ALL =
      List.of(
          of("application/pdf", "255044462d", "pdf"),
          of("application/ofd", ZIP, "ofd"),
          of(OFFICE + "wordprocessingml.document", ZIP, "docx"),
          of(OFFICE + "spreadsheetml.sheet", ZIP, "xlsx"),
          of(OFFICE + "presentationml.presentation", ZIP, "pptx"),
          of(
              "application/octet-stream",
              "d0cf11e0a1b11ae1",
              "doc",
              "xls",
              "ppt",
              "wps",
              "et",
              "dps"),
          of("image/png", "89504e470d0a1a0a", "png"),
          of("image/jpeg", "ffd8ff", "jpg", "jpeg"),
          of("text/plain", "", "txt"));

  private static DocumentType of(String mediaType, String beginning, String... extensions) {
    return new DocumentType(mediaType, beginning, List.of(extensions));
  }

  static Optional<DocumentType> withExtension(String extension) {
    return ALL.stream().filter(it -> it.extensions.contains(extension)).findFirst();
  }

  /// All extensions, as a form's `accept` wants them.
  static String accepted() {
    return ALL.stream()
        .flatMap(it -> it.extensions.stream())
        .map(it -> "." + it)
        .collect(Collectors.joining(","));
  }

  boolean looksLike(byte[] content) {
    if (beginning.isEmpty())
      return !new String(content, StandardCharsets.ISO_8859_1).contains("\0");
    var length = Math.min(content.length, beginning.length() / 2);
    return HexFormat.of().formatHex(content, 0, length).equals(beginning);
  }
}
