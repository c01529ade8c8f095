package jianglian.publishing.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jianglian.publishing.release.Clause;

/// One clause as it was typed.
public record ClauseForm(Map<String, String> typed) {
  static final List<String> FIELDS =
      List.of("title", "audience", "conditions", "support", "amountMax", "delivery", "office");
  static final ClauseForm EMPTY = new ClauseForm(Map.of());

  static ClauseForm of(Clause clause) {
    var typed = new HashMap<String, String>();
    typed.put("title", clause.title());
    typed.put("audience", clause.audience());
    typed.put("conditions", String.join("\n", clause.conditions()));
    typed.put("support", clause.support());
    if (clause.amountMax() != null) typed.put("amountMax", clause.amountMax().toString());
    if (clause.delivery() != null) typed.put("delivery", clause.delivery().code());
    if (clause.office() != null) typed.put("office", clause.office());
    return new ClauseForm(typed);
  }

  public String of(String field) {
    return typed.getOrDefault(field, "");
  }

  boolean blank() {
    return typed.values().stream().allMatch(String::isBlank);
  }
}
