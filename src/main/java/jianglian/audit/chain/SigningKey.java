package jianglian.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import jianglian.audit.Cryptography;

/// The instance's key for heads, in `keys/audit.key` of the home: algorithm, public key and private
/// key, a line each. Only the owner may read it.
record SigningKey(String algorithm, String publicKey, String privateKey) {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  /// The key kept in `folder`, made when there is none.
  static SigningKey in(Path folder) {
    var file = folder.resolve("audit.key");
    try {
      if (!Files.exists(file)) make(folder, file);
      var lines = Files.readAllLines(file);
      return new SigningKey(lines.get(0), lines.get(1), lines.get(2));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String sign(String message) {
    return Cryptography.sign(algorithm, privateKey, message);
  }

  private static void make(Path folder, Path file) throws IOException {
    Files.createDirectories(folder.getParent());
    if (!Files.exists(folder)) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    }
    var pair = Cryptography.keyPair();
    var base64 = Base64.getEncoder();
    var lines =
        List.of(
            Cryptography.SIGNATURE,
            base64.encodeToString(pair.getPublic().getEncoded()),
            base64.encodeToString(pair.getPrivate().getEncoded()));
    var fresh = folder.resolve("audit.key.new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(FILE));
    Files.write(fresh, lines);
    Files.move(fresh, file);
  }
}
