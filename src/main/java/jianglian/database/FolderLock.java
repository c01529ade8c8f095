package jianglian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps a folder for one process. The system lets go of it when the process dies, however it dies.
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the folder, which is created when absent; refuses when another process holds it.
  static FolderLock take(Path folder) {
    return tryTake(folder)
        .orElseThrow(() ->
            new CannotStart(
                "目录 %s 正由另一个江联进程（%s）使用。 / %1$s is in use by another Jianglian process (pid %2$s)."
                    .formatted(folder, holder(folder)),
                "请先停止它，或用 --home 换一个目录。 / Stop that one first, or choose another folder with --home."));
  }

  /// Empty when another process holds the folder.
  static Optional<FolderLock> tryTake(Path folder) {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
      return Optional.of(new FolderLock(channel));
    } catch (IOException failure) {
      throw new CannotStart(
          "目录 %s 不能写入（%s）。 / The folder %1$s cannot be written (%2$s).".formatted(folder, failure),
          "请检查目录的属主、权限和磁盘空间。 / Check the folder's owner, its permissions and the disk's space.");
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static String holder(Path folder) {
    try {
      return Files.readString(file(folder)).strip();
    } catch (IOException unreadable) {
      return "?";
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("lock");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
