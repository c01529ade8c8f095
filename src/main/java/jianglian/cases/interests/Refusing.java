package jianglian.cases.interests;

import jianglian.matching.CodedReason;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// A no with its coded reason and, for who wants to say more, a note.
record Refusing(CodedReason reason, String note) {
  static final int LONGEST_NOTE = 500;

  static Refusing of(@Nullable String reason, @Nullable String note) {
    var coded =
        CodedReason.find(reason == null ? "" : reason)
            .orElseThrow(() -> new InvalidInput("/reason", "case.fault.reason-needed"));
    var said = note == null ? "" : note.replace("\r\n", "\n").strip();
    if (said.codePointCount(0, said.length()) > LONGEST_NOTE) {
      throw new InvalidInput("/note", "case.fault.too-long", LONGEST_NOTE);
    }
    if (said.indexOf('\0') >= 0) throw new InvalidInput("/note", "case.fault.not-text");
    return new Refusing(coded, said);
  }
}
