package jianglian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/// The data of one embedded server as they lie in its folder: `data`, `password`, `log`.
record Cluster(Path folder, PostgresBinaries binaries) {
  private static final String HBA =
      """
      # Written at every start.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  static Cluster in(Path folder) {
    return new Cluster(folder, PostgresArchive.here().unpackedUnder(folder.resolve("binaries")));
  }

  Path data() {
    return folder.resolve("data");
  }

  Postmaster postmaster() {
    return new Postmaster(data(), binaries);
  }

  ServerLog log() {
    return new ServerLog(folder.resolve("log"));
  }

  /// Creates the data when absent and refuses those of another major version. Nobody is ever let in
  /// without the password, not even while the data are being made.
  void prepare() {
    try {
      if (!Files.exists(data())) create();
      var major = Files.readString(data().resolve("PG_VERSION")).strip();
      if (Integer.parseInt(major) != binaries.major()) throw otherMajor(major);
      Files.writeString(data().resolve("pg_hba.conf"), HBA);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException failure) {
      throw new CannotStart(
          "读不到数据库密码文件 %s。 / The database's password file %1$s cannot be read."
              .formatted(passwordFile()),
          "请从备份恢复这个文件，或检查它的属主。 / Restore it from a backup, or check its owner.");
    }
  }

  /// Made beside and moved into place whole, so that a process killed here leaves nothing half.
  private void create() throws IOException {
    var fresh = folder.resolve("data.new");
    FileSystemUtils.deleteRecursively(fresh);
    writePassword();
    var arguments =
        List.of(
            "--pgdata=" + fresh,
            "--username=postgres",
            "--pwfile=" + passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    var outcome = binaries.run("initdb", arguments);
    if (outcome.code() != 0) {
      throw new CannotStart(
          "数据库没有建成。 / The database could not be created.\n" + outcome.output().strip(),
          "请检查磁盘空间和目录权限。 / Check the disk's space and the folder's permissions.");
    }
    Files.move(fresh, data());
  }

  private void writePassword() throws IOException {
    Files.deleteIfExists(passwordFile());
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.createFile(passwordFile(), PosixFilePermissions.asFileAttribute(ownerOnly));
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    Files.writeString(passwordFile(), HexFormat.of().formatHex(bytes));
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private CannotStart otherMajor(String found) {
    return new CannotStart(
        ("%s 里的数据属于 PostgreSQL %s，本程序带的是 %d。"
                + " / The data in %1$s are of PostgreSQL %2$s, this program brings %3$d.")
            .formatted(data(), found, binaries.major()),
        "请用原来的版本执行 bin/jianglian backup，再用本版本 restore 到新目录。"
            + " / Run bin/jianglian backup with the former version, then restore into a new folder.");
  }
}
