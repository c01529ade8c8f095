package jianglian.liaison.officers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A park's officers as the page shows them; `administered`: the reader may change them.
public record ParkOfficers(long park, String name, boolean administered, List<Row> officers) {

  public record Row(
      long id,
      String name,
      @Nullable Long substitute,
      @Nullable String substituteName,
      List<Absence> absences) {
    public boolean isAway(LocalDate today) {
      return absences.stream().anyMatch(it -> it.covers(today));
    }
  }

  /// Who could stand in for this officer.
  public List<Row> others(Row officer) {
    return officers.stream().filter(it -> it.id() != officer.id()).toList();
  }
}
