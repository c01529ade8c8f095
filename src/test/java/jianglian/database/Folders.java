package jianglian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.function.SingletonSupplier;

/// Folders of embedded databases for tests: the programs are unpacked and the data made once, each
/// test starts on a copy.
final class Folders {
  private static final Path ALL = Path.of("target", "databases").toAbsolutePath();
  private static final Supplier<Path> MASTER = SingletonSupplier.of(() -> makeMaster());

  private Folders() {}

  /// `postgres` in a home of its own.
  static Path prepared() {
    try {
      var folder = Files.createTempDirectory(MASTER.get().getParent(), "home-").resolve("postgres");
      Files.createDirectory(folder);
      Files.createSymbolicLink(folder.resolve("binaries"), ALL.resolve("binaries"));
      Files.copy(
          MASTER.get().resolve("password"),
          folder.resolve("password"),
          StandardCopyOption.COPY_ATTRIBUTES);
      FileSystemUtils.copyRecursively(MASTER.get().resolve("data"), folder.resolve("data"));
      var ownerOnly = PosixFilePermissions.fromString("rwx------");
      Files.setPosixFilePermissions(folder.resolve("data"), ownerOnly);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Removes what [#prepared] made.
  static void discard(Path folder) {
    delete(folder.getParent());
  }

  static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path makeMaster() {
    try {
      Files.createDirectories(ALL.resolve("binaries"));
      var master = Files.createTempDirectory(ALL, "master-");
      Files.createSymbolicLink(master.resolve("binaries"), ALL.resolve("binaries"));
      EmbeddedDatabase.start(master).close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(master)));
      return master;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
