package jianglian.commandline;

/// The command was called in a way it does not understand.
final class Usage extends RuntimeException {
  Usage(String message) {
    super(message);
  }
}
