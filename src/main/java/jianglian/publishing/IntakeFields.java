package jianglian.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the fields of a delivered object and notes everything that is wrong with them, so that the
/// sender learns of all faults at once. What cannot be read is null or empty, and noted.
public final class IntakeFields {
  private final ObjectNode object;
  private final String at;
  private final List<Fault> faults;

  private IntakeFields(ObjectNode object, String at, List<Fault> faults) {
    this.object = object;
    this.at = at;
    this.faults = faults;
  }

  public static IntakeFields of(ObjectNode object) {
    return new IntakeFields(object, "", new ArrayList<>());
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public void fault(String name, String key, Object... arguments) {
    faults.add(Fault.at(at + "/" + name, key, arguments));
  }

  /// Names that stand in the object.
  public Set<String> sent() {
    return new LinkedHashSet<>(object.propertyNames());
  }

  /// Notes every name that is not one of these.
  public void onlyOf(Set<String> known) {
    for (var name : object.propertyNames()) {
      if (!known.contains(name)) fault(escaped(name), "intake.unknown-field", shortened(name));
    }
  }

  /// One line of text, white space squeezed; null when absent, null or blank.
  public @Nullable String line(String name, int longest) {
    var text = string(name, longest);
    if (text == null) return null;
    var squeezed = IntakeText.line(text);
    return squeezed.isEmpty() ? null : squeezed;
  }

  /// Text of several lines.
  public @Nullable String text(String name, int longest) {
    var text = string(name, longest);
    return text == null || text.isBlank() ? null : text.replace("\r\n", "\n").strip();
  }

  public List<String> lines(String name, int most, int longest) {
    var items = new ArrayList<String>();
    var elements = elements(name, most);
    for (int i = 0; i < elements.size(); i++) {
      var text = checked(elements.get(i), name + "/" + i, longest);
      if (text != null && !text.isBlank()) items.add(IntakeText.line(text));
    }
    return items;
  }

  /// Texts of a closed set: what `valid` does not accept is noted.
  public List<String> codes(String name, int most, Predicate<String> valid, String key) {
    var codes = lines(name, most, 40);
    for (int i = 0; i < codes.size(); i++) {
      if (!valid.test(codes.get(i))) fault(name + "/" + i, key, codes.get(i));
    }
    return codes.stream().filter(valid).distinct().toList();
  }

  public <T> @Nullable T choice(
      String name, Function<String, Optional<T>> reading, List<String> codes) {
    var code = line(name, 60);
    if (code == null) return null;
    var choice = reading.apply(code);
    if (choice.isEmpty()) fault(name, "intake.not-a-choice", code, String.join(", ", codes));
    return choice.orElse(null);
  }

  public @Nullable LocalDate date(String name) {
    var text = line(name, 40);
    if (text == null) return null;
    try {
      var date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2200) return date;
    } catch (DateTimeParseException notADate) {
      // noted below
    }
    fault(name, "intake.not-a-date", text);
    return null;
  }

  public @Nullable Instant moment(String name) {
    var text = line(name, 60);
    if (text == null) return null;
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notAMoment) {
      fault(name, "intake.not-a-moment", text);
      return null;
    }
  }

  /// A whole number of yuan, at least 0.
  public @Nullable Long amount(String name) {
    var node = object.get(name);
    if (node == null || node.isNull()) return null;
    if (node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0) {
      return node.asLong();
    }
    fault(name, "intake.not-an-amount", shortened(node.toString()));
    return null;
  }

  public boolean flag(String name) {
    var node = object.get(name);
    if (node == null || node.isNull()) return false;
    if (node.isBoolean()) return node.asBoolean();
    fault(name, "intake.not-a-flag", shortened(node.toString()));
    return false;
  }

  /// The objects of a list, each to be read in turn; their faults are noted here.
  public List<IntakeFields> objects(String name, int most) {
    var elements = elements(name, most);
    return IntStream.range(0, elements.size())
        .mapToObj(i -> child(elements.get(i), name + "/" + i))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<IntakeFields> child(JsonNode node, String name) {
    if (node instanceof ObjectNode child) {
      return Optional.of(new IntakeFields(child, at + "/" + name, faults));
    }
    fault(name, "intake.not-an-object");
    return Optional.empty();
  }

  private List<JsonNode> elements(String name, int most) {
    var node = object.get(name);
    if (node == null || node.isNull()) return List.of();
    if (!node.isArray()) {
      fault(name, "intake.not-a-list");
      return List.of();
    }
    if (node.size() > most) {
      fault(name, "intake.too-many", most);
      return List.of();
    }
    return node.values().stream().toList();
  }

  private @Nullable String string(String name, int longest) {
    var node = object.get(name);
    return node == null || node.isNull() ? null : checked(node, name, longest);
  }

  private @Nullable String checked(JsonNode node, String name, int longest) {
    if (!node.isString()) {
      fault(name, "intake.not-text");
      return null;
    }
    var text = node.asString();
    if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
      fault(name, "intake.too-long", longest);
      return null;
    }
    if (!IntakeText.storable(text)) {
      fault(name, "intake.not-storable");
      return null;
    }
    return text;
  }

  private static String escaped(String name) {
    return shortened(name).replace("~", "~0").replace("/", "~1");
  }

  private static String shortened(String text) {
    return IntakeText.marked(text.length() <= 60 ? text : text.substring(0, 60) + "…");
  }
}
