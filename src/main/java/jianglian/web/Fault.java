package jianglian.web;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// One thing wrong with the input: a JSON pointer (`/clauses/0/amountMax`; a form's field is
/// `/title`) and a message key with its arguments.
public record Fault(String pointer, String key, List<Object> arguments) {
  public static Fault at(String pointer, String key, Object... arguments) {
    return new Fault(pointer, key, List.of(arguments));
  }

  /// The form field this fault belongs to, such as `title`.
  public String field() {
    return pointer.startsWith("/") ? pointer.substring(1) : pointer;
  }

  /// What is wrong with the field called `name`, if anything.
  public static @Nullable Fault of(List<Fault> faults, String name) {
    return faults.stream().filter(it -> it.field().equals(name)).findFirst().orElse(null);
  }

  /// Which texts explain a field to those who do not see it: its hint, its fault.
  public static @Nullable String describedBy(String name, String hint, @Nullable Fault wrong) {
    var ids = new StringJoiner(" ").setEmptyValue("");
    if (!hint.isEmpty()) ids.add("h-" + name);
    if (wrong != null) ids.add("e-" + name);
    return ids.length() == 0 ? null : ids.toString();
  }
}
