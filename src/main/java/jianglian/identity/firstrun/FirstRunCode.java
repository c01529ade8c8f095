package jianglian.identity.firstrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Locale;
import jianglian.audit.Cryptography;
import jianglian.database.Home;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The code that proves that whoever fills in the first page also reads this machine's console, so
/// that not just anyone on the network takes a fresh instance.
@Component
class FirstRunCode {
  private final FirstRun firstRun;
  private final Path file;

  FirstRunCode(FirstRun firstRun, Home home) {
    this.firstRun = firstRun;
    this.file = home.folder("first-run-code");
  }

  /// Only where there is a page to type it on: commands keep standard output for their results.
  @EventListener
  void announce(ApplicationReadyEvent ready) throws IOException {
    var port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
    if (port == null) return;
    if (!firstRun.pending()) {
      forget();
      return;
    }
    if (!Files.exists(file)) write(Cryptography.readableCode());
    System.out.printf(
        """

        江联还没有账号。请打开 http://127.0.0.1:%1$s/first-run ，用这个一次性代码设立第一位秘书处管理员：
        There is no account yet. Open /first-run there and make the first administrator with this one-time code:

            %2$s

        (%3$s)

        """,
        port, Files.readString(file), file);
  }

  boolean matches(String typed) {
    try {
      if (!Files.exists(file)) return false;
      return MessageDigest.isEqual(bytes(Files.readString(file)), bytes(typed));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(String code) throws IOException {
    Files.createDirectories(file.getParent());
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, code);
  }

  private static byte[] bytes(String code) {
    return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }
}
