package jianglian.commandline;

/// The command cannot do what it was asked; the message says why and what to do, in Chinese and
/// English.
final class Failed extends RuntimeException {
  Failed(String message) {
    super(message);
  }
}
