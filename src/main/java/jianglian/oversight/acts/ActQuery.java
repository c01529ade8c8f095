package jianglian.oversight.acts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the auditor looks for; a filter that is empty or makes no sense asks for nothing.
public record ActQuery(
    @Nullable String actor,
    @Nullable String act,
    @Nullable String kind,
    @Nullable String object,
    @Nullable String park,
    @Nullable String day,
    @Nullable String after) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /// The value as a form shows it.
  public static String shown(@Nullable String value) {
    return value == null ? "" : value;
  }

  /// SQL conditions with their parameters.
  record Conditions(String sql, Map<String, Object> parameters) {}

  Conditions conditions() {
    List<String> clauses = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    number(actor, "e.actor_id = :actor", "actor", clauses, values);
    number(after, "e.id < :after", "after", clauses, values);
    text(act, "e.act = :act", "act", clauses, values);
    text(kind, "e.object_kind = :kind", "kind", clauses, values);
    text(object, "e.object_id = :object", "object", clauses, values);
    text(park, "e.park_id = (select id from park where code = :park)", "park", clauses, values);
    day(clauses, values);
    var sql = clauses.isEmpty() ? "" : "where " + String.join(" and ", clauses);
    return new Conditions(sql, values);
  }

  private void day(List<String> clauses, Map<String, Object> values) {
    if (day == null || day.isBlank()) return;
    try {
      var from = LocalDate.parse(day.strip()).atStartOfDay(ZONE);
      clauses.add("e.at >= :from and e.at < :until");
      values.put("from", from.toOffsetDateTime());
      values.put("until", from.plusDays(1).toOffsetDateTime());
    } catch (DateTimeParseException noDay) {
      clauses.add("false");
    }
  }

  private static void number(
      @Nullable String value,
      String clause,
      String name,
      List<String> clauses,
      Map<String, Object> values) {
    if (value == null || value.isBlank()) return;
    try {
      values.put(name, Long.valueOf(value.strip()));
      clauses.add(clause);
    } catch (NumberFormatException noNumber) {
      clauses.add("false");
    }
  }

  private static void text(
      @Nullable String value,
      String clause,
      String name,
      List<String> clauses,
      Map<String, Object> values) {
    if (value == null || value.isBlank()) return;
    values.put(name, value.strip());
    clauses.add(clause);
  }
}
