package jianglian.cases.following;

import java.util.ArrayList;
import jianglian.cases.ClosingResult;
import jianglian.cases.introductions.Closing;
import jianglian.matching.CodedReason;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// The end of a case as it was typed or sent.
record ClosingForm(@Nullable String result, @Nullable String reason, @Nullable String note) {

  Closing closing() {
    var wanted =
        ClosingResult.find(result == null ? "" : result)
            .orElseThrow(() -> new InvalidInput("/result", "case.fault.no-such-result"));
    var coded = reason == null || reason.isBlank() ? null : coded(reason);
    return new Closing(wanted, coded);
  }

  /// On a page the reason's field is there for every result; where it is not meant it does not
  /// count.
  Closing lenient() {
    var known = ClosingResult.find(result == null ? "" : result);
    var meant = known.isEmpty() || known.get().needsReason();
    return new ClosingForm(result, meant ? reason : null, note).closing();
  }

  String words() {
    var faults = new ArrayList<Fault>();
    var text = CaseText.of("/note", note, StepForm.LONGEST_NOTE, faults);
    if (!faults.isEmpty()) throw new InvalidInput(faults);
    return text;
  }

  private static CodedReason coded(String code) {
    return CodedReason.find(code)
        .orElseThrow(() -> new InvalidInput("/reason", "case.fault.reason-needed"));
  }
}
