package jianglian.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What `HOME/demo-credentials.json` tells: how to sign in to the demo and its parks' API tokens.
record DemoCredentials(String url, List<ParkToken> parks, List<AccountSignIn> accounts) {
  static final String FILE = "demo-credentials.json";

  record ParkToken(String code, String name, String token) {}

  record AccountSignIn(String role, @Nullable String park, String username, String password) {}

  /// A demo that is started again may listen elsewhere.
  static void moveTo(String url, Path home, JsonMapper json) {
    var file = home.resolve(FILE);
    if (!Files.exists(file)) return;
    try {
      var known = json.readValue(Files.readString(file), DemoCredentials.class);
      if (!known.url().equals(url)) {
        new DemoCredentials(url, known.parks(), known.accounts()).write(home, json);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Written for the owner's eyes only.
  void write(Path home, JsonMapper json) {
    try {
      var file = home.resolve(FILE);
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
