package jianglian.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folders of this node's index: one is live, a newer one is being built, older ones go.
record Generations(Path home) {
  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

  record Found(Index index, Mark mark) {}

  /// The newest index that is whole and accepted; everything else is deleted.
  Optional<Found> newest(java.util.function.Predicate<Mark> accepted) {
    Optional<Found> found = Optional.empty();
    for (var folder : folders().reversed()) {
      if (found.isEmpty()) found = open(folder, accepted);
      if (found.isEmpty() || !found.get().index().folder().equals(folder)) delete(folder);
    }
    return found;
  }

  Index create() {
    var last = folders().stream().mapToInt(it -> number(it)).max().orElse(0);
    try {
      return Index.open(Files.createDirectories(home.resolve("%06d".formatted(last + 1))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException failure) {
      LOG.warn("the old index {} could not be deleted", folder, failure);
    }
  }

  /// This node's name among those that follow the log.
  String node() {
    var file = home.resolve("node");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(home);
        Files.writeString(file, UUID.randomUUID().toString());
      }
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Optional<Found> open(Path folder, java.util.function.Predicate<Mark> accepted) {
    try {
      var mark = Index.mark(folder).filter(accepted);
      if (mark.isEmpty()) return Optional.empty();
      return Optional.of(new Found(Index.open(folder), mark.get()));
    } catch (LockObtainFailedException inUse) {
      throw new UncheckedIOException("another process uses " + folder, inUse);
    } catch (IOException | IllegalArgumentException damaged) {
      LOG.warn("the index {} is damaged and will be built anew: {}", folder, damaged.toString());
      return Optional.empty();
    }
  }

  private List<Path> folders() {
    if (!Files.isDirectory(home)) return List.of();
    try (var folders = Files.list(home)) {
      return folders.filter(it -> it.getFileName().toString().matches("\\d{6}")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int number(Path folder) {
    return Integer.parseInt(folder.getFileName().toString());
  }
}
