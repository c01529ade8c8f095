package jianglian.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import jianglian.publishing.IntakeVerdict.Flaw;
import jianglian.web.Problems;
import org.jspecify.annotations.Nullable;

/// What is wrong with a row, as the API, the pages and the command line tell it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntakeError(String pointer, @Nullable String column, String detail, String detailEn) {
  public static List<IntakeError> of(List<Flaw> flaws, Problems problems) {
    var details = problems.errors(flaws.stream().map(Flaw::fault).toList());
    var errors = new ArrayList<IntakeError>();
    for (int i = 0; i < details.size(); i++) {
      var it = details.get(i);
      errors.add(new IntakeError(it.pointer(), flaws.get(i).column(), it.detail(), it.detailEn()));
    }
    return errors;
  }
}
