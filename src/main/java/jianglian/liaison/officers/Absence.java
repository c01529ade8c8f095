package jianglian.liaison.officers;

import java.time.LocalDate;

/// Days away, the first and the last included.
public record Absence(long id, LocalDate firstDay, LocalDate lastDay) {
  public boolean covers(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }
}
