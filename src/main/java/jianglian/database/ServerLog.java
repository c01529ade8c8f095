package jianglian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// What the embedded server says, in one file and the one before it.
record ServerLog(Path file) {
  private static final long LIMIT = 10_000_000;

  long size() {
    return file.toFile().length();
  }

  /// What was said after `position`.
  String since(long position) {
    try (var channel = Files.newByteChannel(file).position(position)) {
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException nothing) {
      return "";
    }
  }

  void rotate() {
    if (size() < LIMIT) return;
    try {
      Files.move(file, file.resolveSibling("log.1"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
