package jianglian.cases.interests;

import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// Which listing asks which, and with what words.
record Asking(long from, long to, String message) {
  static final int LONGEST_MESSAGE = 1000;

  Asking {
    message = message.replace("\r\n", "\n").strip();
    if (message.codePointCount(0, message.length()) > LONGEST_MESSAGE) {
      throw new InvalidInput("/message", "case.fault.too-long", LONGEST_MESSAGE);
    }
    if (message.indexOf('\0') >= 0) throw new InvalidInput("/message", "case.fault.not-text");
  }

  static Asking of(@Nullable Long from, @Nullable Long to, @Nullable String message) {
    if (from == null) throw new InvalidInput("/from", "interest.fault.from");
    if (to == null) throw new InvalidInput("/to", "interest.fault.to");
    return new Asking(from, to, message == null ? "" : message);
  }
}
