package jianglian.cases.following;

import java.util.List;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;

/// Words written on a case: plain text of several lines.
final class CaseText {
  private CaseText() {}

  static String of(String pointer, @Nullable String given, int longest, List<Fault> faults) {
    var text = given == null ? "" : given.replace("\r\n", "\n").strip();
    if (text.codePointCount(0, text.length()) > longest) {
      faults.add(Fault.at(pointer, "case.fault.too-long", longest));
    }
    if (text.indexOf('\0') >= 0) faults.add(Fault.at(pointer, "case.fault.not-text"));
    return text;
  }
}
