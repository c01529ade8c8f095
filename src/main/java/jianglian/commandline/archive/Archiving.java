package jianglian.commandline.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import jianglian.audit.Cryptography;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Writes one snapshot of all tables, and the keys, into a zip. The rows are PostgreSQL's own text
/// form, which every later version reads.
public record Archiving(DataSource source, Path home) {
  private static final JsonMapper JSON = new JsonMapper();

  /// The file appears whole or not at all; only its owner may read it.
  public Manifest write(Path file, Consumer<String> progress) throws IOException, SQLException {
    var fresh = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(fresh);
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(ownerOnly));
    try {
      var manifest = snapshot(fresh, progress);
      Files.move(fresh, file);
      return manifest;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private Manifest snapshot(Path file, Consumer<String> progress) throws IOException, SQLException {
    try (var connection = source.getConnection();
        var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      Catalogue.plain(connection);
      var manifest = write(connection, zip, progress);
      connection.rollback();
      return manifest;
    }
  }

  private Manifest write(Connection connection, ZipOutputStream zip, Consumer<String> progress)
      throws IOException, SQLException {
    var catalogue = new Catalogue(connection);
    var written = new ArrayList<Manifest.Table>();
    for (var table : catalogue.tables()) {
      zip.putNextEntry(new ZipEntry(table.entry()));
      var digesting = new Digesting(zip, Cryptography.digester(Cryptography.DIGEST));
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      var rows = copy.copyOut(table.copyOut(), digesting);
      zip.closeEntry();
      written.add(table.with(rows, Cryptography.DIGEST, digesting.digest()));
      progress.accept("%s: %,d".formatted(table.name(), rows));
    }
    keys(zip);
    var manifest =
        new Manifest(
            Manifest.FORMAT, Instant.now(), catalogue.schema(), written, catalogue.sequences());
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(JSON.writeValueAsBytes(manifest));
    zip.closeEntry();
    return manifest;
  }

  private void keys(ZipOutputStream zip) throws IOException {
    var folder = home.resolve("keys");
    if (!Files.isDirectory(folder)) return;
    try (var files = Files.list(folder)) {
      for (var key : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry("keys/" + key.getFileName()));
        zip.write(Files.readAllBytes(key));
        zip.closeEntry();
      }
    }
  }
}
