package jianglian.commandline.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import jianglian.audit.Cryptography;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Reads an archive into an empty instance: tables of the archive's own version first, then the
/// rows, all of them in one transaction and compared with their digests, then the step up to this
/// program's version.
public record Restoring(DataSource source, Path home) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String KEYS = "keys/";

  public Manifest read(Path file, Consumer<String> progress) throws IOException, SQLException {
    try (var zip = new ZipFile(file.toFile())) {
      var manifest = manifest(zip);
      migrate(manifest.schema());
      try (var connection = source.getConnection()) {
        connection.setAutoCommit(false);
        Catalogue.plain(connection);
        refuseUnlessEmpty(connection);
        load(connection, zip, manifest, progress);
        keys(zip);
        connection.commit();
      }
      migrate("latest");
      return manifest;
    } catch (ZipException torn) {
      throw new CannotRestore("不是备份文件，或已损坏 / no backup, or a damaged one: " + file);
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException {
    var entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) throw new CannotRestore("不是备份文件 / this is no backup: " + zip.getName());
    var manifest = JSON.readValue(zip.getInputStream(entry), Manifest.class);
    if (manifest.format() != Manifest.FORMAT) {
      throw new CannotRestore("备份格式不认识 / unknown format of backup: " + manifest.format());
    }
    return manifest;
  }

  private void migrate(String version) {
    Flyway.configure().dataSource(source).target(version).load().migrate();
  }

  private static void refuseUnlessEmpty(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select exists (select from audit_entry) or exists (select from person) or exists (select from park)")) {
      rows.next();
      if (rows.getBoolean(1)) {
        throw new CannotRestore("目标实例不是空的，没有改动它 / the instance is not empty; it was left as it is");
      }
    }
  }

  private static void load(
      Connection connection, ZipFile zip, Manifest manifest, Consumer<String> progress)
      throws IOException, SQLException {
    try (var statement = connection.createStatement()) {
      // Rows come table by table; their references hold again when all are there.
      statement.execute("set local session_replication_role = replica");
      var names = manifest.tables().stream().map(Manifest.Table::quoted).toList();
      statement.execute("truncate " + String.join(", ", names));
      for (var table : manifest.tables()) {
        load(connection, zip, table);
        progress.accept("%s: %,d".formatted(table.name(), table.rows()));
      }
      for (var sequence : manifest.sequences().entrySet()) {
        statement.execute(
            "select setval('\"%s\"', %d)".formatted(sequence.getKey(), sequence.getValue()));
      }
      // Transaction numbers of the other server mean nothing here: what is not sealed yet is looked
      // for among all acts once, and every index is built anew.
      statement.execute("update audit_horizon set xid = '0'");
      statement.execute("update search_pruned set xid = pg_current_xact_id()");
    }
  }

  private static void load(Connection connection, ZipFile zip, Manifest.Table table)
      throws IOException, SQLException {
    var entry = zip.getEntry(table.entry());
    if (entry == null) throw damaged(table);
    var copy = connection.unwrap(PGConnection.class).getCopyAPI();
    copy.copyIn(table.copyIn(), zip.getInputStream(entry));
    var digesting =
        new Digesting(OutputStream.nullOutputStream(), Cryptography.digester(table.algorithm()));
    var rows = copy.copyOut(table.copyOut(), digesting);
    if (rows != table.rows() || !digesting.digest().equals(table.digest())) throw damaged(table);
  }

  private static CannotRestore damaged(Manifest.Table table) {
    return new CannotRestore(
        "备份里的表 %s 已损坏，没有恢复任何数据 / the backup's table %1$s is damaged; nothing was restored"
            .formatted(table.name()));
  }

  private void keys(ZipFile zip) throws IOException {
    for (ZipEntry entry : zip.stream().filter(it -> it.getName().startsWith(KEYS)).toList()) {
      var name = Path.of(entry.getName().substring(KEYS.length())).getFileName();
      var folder = home.resolve("keys");
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      var file = folder.resolve(name);
      Files.deleteIfExists(file);
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
      Files.write(file, zip.getInputStream(entry).readAllBytes());
    }
  }
}
