package jianglian.commandline.archive;

/// The file or the place does not allow a restore; nothing was changed.
public final class CannotRestore extends RuntimeException {
  CannotRestore(String message) {
    super(message);
  }
}
