package jianglian.cases.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import jianglian.audit.Cryptography;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// A file that may be kept: of an allowed kind, not empty, not too large.
public record Upload(String fileName, String mediaType, byte[] content, String digest) {
  static final int LARGEST_MEGABYTES = 20;
  private static final long LARGEST = LARGEST_MEGABYTES * 1024L * 1024;

  /// Null when the form's file field was left empty.
  public static @Nullable Upload of(@Nullable MultipartFile file) {
    if (file == null || (file.isEmpty() && named(file).isEmpty())) return null;
    if (file.getSize() > LARGEST) {
      throw new InvalidInput("/file", "case.fault.file-too-large", LARGEST_MEGABYTES);
    }
    try {
      return of(named(file), file.getBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Upload of(String givenName, byte[] content) {
    var name = FileName.of(givenName);
    var type =
        DocumentType.withExtension(name.extension())
            .orElseThrow(() -> new InvalidInput("/file", "case.fault.file-type", accepted()));
    if (content.length == 0) throw new InvalidInput("/file", "case.fault.file-empty");
    if (!type.looksLike(content)) throw new InvalidInput("/file", "case.fault.file-content");
    return new Upload(name.text(), type.mediaType(), content, Cryptography.digest(content));
  }

  public static String accepted() {
    return DocumentType.accepted();
  }

  private static String named(MultipartFile file) {
    var name = file.getOriginalFilename();
    return name == null ? "" : name;
  }
}
