package jianglian.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The one folder that holds all state of this node; copied while stopped, it is a backup.
@ConfigurationProperties("jianglian")
public record Home(Path home) {
  public Path folder(String name) {
    return home.toAbsolutePath().resolve(name);
  }
}
