package jianglian.liaison.officers;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// Days away as they were typed.
record AbsenceForm(@Nullable String firstDay, @Nullable String lastDay) {
  private static final int LONGEST_DAYS = 366;

  record Days(LocalDate first, LocalDate last) {}

  Days days(LocalDate today) {
    var faults = new ArrayList<Fault>();
    var first = day("firstDay", firstDay, faults);
    var last = day("lastDay", lastDay, faults);
    if (first == null || last == null) throw new InvalidInput(faults);
    if (last.isBefore(first)) throw wrong("liaison.absence.backwards");
    if (last.isBefore(today)) throw wrong("liaison.absence.past");
    if (first.plusDays(LONGEST_DAYS).isBefore(last)) throw wrong("liaison.absence.too-long");
    return new Days(first, last);
  }

  private static InvalidInput wrong(String key) {
    return new InvalidInput("/lastDay", key);
  }

  private static @Nullable LocalDate day(String name, @Nullable String typed, List<Fault> faults) {
    try {
      if (typed != null) return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException _) {
      // told below, as for a missing one
    }
    faults.add(Fault.at("/" + name, "liaison.absence.no-date"));
    return null;
  }
}
