package jianglian.publishing.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.publishing.IntakeColumn;
import jianglian.publishing.IntakeTarget;
import jianglian.web.Texts;
import org.jspecify.annotations.Nullable;

/// What the columns of a kind's spreadsheet are called: in Chinese, in English, or by the field's
/// own name.
final class Headings {
  private final String kind;
  private final Texts texts;
  private final Map<String, IntakeColumn> byName = new LinkedHashMap<>();
  private final List<IntakeColumn> columns;
  private final Map<String, String> codes = new HashMap<>();

  Headings(IntakeTarget<?> target, Texts texts) {
    this.kind = target.kind();
    this.texts = texts;
    this.columns = columns(target);
    for (var column : columns) {
      for (var name : List.of(zh(column), texts.en(key(column)), column.field())) {
        byName.put(folded(name), column);
      }
      for (var code : column.choices()) {
        for (var word :
            List.of(texts.zh(key(column) + "." + code), texts.en(key(column) + "." + code))) {
          codes.put(column.field() + "/" + folded(word), code);
        }
      }
    }
  }

  private static List<IntakeColumn> columns(IntakeTarget<?> target) {
    var all = new java.util.ArrayList<IntakeColumn>();
    all.add(IntakeColumn.text(HeadedRows.ID).needed());
    all.addAll(target.columns());
    return List.copyOf(all);
  }

  List<IntakeColumn> columns() {
    return columns;
  }

  String key(IntakeColumn column) {
    return column.field().equals(HeadedRows.ID)
        ? "intake.external-id"
        : "intake." + kind + "." + column.field();
  }

  String zh(IntakeColumn column) {
    return texts.zh(key(column));
  }

  @Nullable IntakeColumn column(String name) {
    return byName.get(folded(name));
  }

  /// The code of a choice's word; the word itself when it is none.
  String code(IntakeColumn column, String word) {
    return codes.getOrDefault(column.field() + "/" + folded(word), word.strip());
  }

  /// A line is the heading when it names the id, or two other columns.
  boolean headedBy(Sheet.Line line) {
    var known =
        line.cells().stream()
            .filter(it -> it != null)
            .map(it -> column(it.text()))
            .filter(it -> it != null)
            .toList();
    return known.size() >= 2 || known.stream().anyMatch(it -> it.field().equals(HeadedRows.ID));
  }

  List<String> missing(Set<String> present) {
    return columns.stream()
        .filter(it -> it.mandatory() && !present.contains(it.field()))
        .map(this::zh)
        .toList();
  }

  String neededNames() {
    return String.join("、", missing(Set.of()));
  }

  /// Marks of what is needed, spaces and letter case make no difference.
  private static String folded(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC)
        .replaceAll("[\\s*＊]+|[(（](必填|选填|required|optional)[)）]", "")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
