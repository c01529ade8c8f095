package jianglian.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs as they travel in the package.
record PostgresArchive(URL address) {
  private static final String EVERYONE = "rwxr-xr-x";

  /// The one for this machine.
  static PostgresArchive here() {
    var arm = "aarch64".equals(System.getProperty("os.arch"));
    var address =
        PostgresArchive.class.getResource(
            arm ? "/postgres-linux-arm_64.txz" : "/postgres-linux-x86_64.txz");
    if (address == null) {
      throw new CannotStart(
          "程序包里没有适合这台机器的 PostgreSQL。 / There is no PostgreSQL for this machine in the package.",
          "请用 spring.datasource.url 指定一个外部 PostgreSQL。"
              + " / Name an external PostgreSQL by spring.datasource.url.");
    }
    return new PostgresArchive(address);
  }

  /// Unpacks under `parent` unless that was done before. A process killed in the middle leaves no
  /// half folder behind under the final name.
  PostgresBinaries unpackedUnder(Path parent) {
    try {
      var target = parent.resolve(version());
      if (!Files.exists(target)) unpack(parent, target);
      return new PostgresBinaries(target);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Other programs come in another jar; its name tells them apart.
  private String version() {
    var jar = address.getPath().replaceFirst("!.*", "");
    return jar.substring(jar.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
  }

  private void unpack(Path parent, Path target) throws IOException {
    Files.createDirectories(parent);
    var fresh = Files.createTempDirectory(parent, "unpacking-");
    try (var packed = address.openStream()) {
      extract(packed, fresh);
      // Readable for the unprivileged user that root's namespace turns into.
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(EVERYONE));
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException quicker) {
      // Another process has just unpacked the same.
      FileSystemUtils.deleteRecursively(fresh);
    }
  }

  private static void extract(InputStream packed, Path into) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, into.resolve(entry.getName()));
      }
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(EVERYONE));
    }
  }
}
