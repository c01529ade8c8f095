package jianglian.search.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import jianglian.database.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The alliance's own list, `synonyms.txt` in the home folder: the shipped one to begin with, read
/// again a moment after it was edited.
@Component
public class SynonymFile {
  private static final Logger LOG = LoggerFactory.getLogger(SynonymFile.class);
  private static final String SHIPPED = "/search/synonyms.txt";
  private static final long LOOK_EVERY = Duration.ofSeconds(2).toNanos();

  private final Path file;
  private volatile Synonyms current = Synonyms.none();
  private volatile FileTime read = FileTime.fromMillis(0);
  private volatile long looked = System.nanoTime() - LOOK_EVERY;

  SynonymFile(Home home) {
    this.file = home.folder("synonyms.txt");
    try (var shipped = SynonymFile.class.getResourceAsStream(SHIPPED)) {
      if (shipped != null && !Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.copy(shipped, file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public Synonyms current() {
    if (System.nanoTime() - looked >= LOOK_EVERY) look();
    return current;
  }

  private synchronized void look() {
    looked = System.nanoTime();
    try {
      var changed = Files.getLastModifiedTime(file);
      if (changed.equals(read)) return;
      current = Synonyms.of(Files.readString(file));
      read = changed;
    } catch (IOException unreadable) {
      LOG.warn("{} cannot be read; the last synonyms stay in use", file, unreadable);
    }
  }
}
