package jianglian.publishing.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jianglian.parks.CodeWords;
import jianglian.publishing.release.Release;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What was typed into the form, as it was typed: it comes back to the writer unchanged. `seen`
/// says what the release was when the form was opened; `key` tells one new form from another.
public record ReleaseForm(Map<String, String> typed, List<ClauseForm> clauses) {
  private static final List<String> FIELDS =
      List.of(
          "kind",
          "title",
          "summary",
          "body",
          "bodyFormat",
          "documentNumber",
          "issuer",
          "publishedOn",
          "validUntil",
          "industries",
          "regions",
          "audience",
          "sourceUrl",
          "seen",
          "key");

  /// A clause's field is named as its pointer: `clauses/0/title`.
  private static final Pattern CLAUSE = Pattern.compile("clauses/(\\d{1,3})/(\\w{1,20})");

  private static final Pattern MOVE = Pattern.compile("(remove|up|down)-clause-(\\d{1,3})");

  static ReleaseForm fresh(String key) {
    return new ReleaseForm(Map.of("key", key), List.of());
  }

  static ReleaseForm of(Release release) {
    var says = release.content();
    var typed = new HashMap<String, String>();
    typed.put("kind", says.kind().code());
    typed.put("title", says.title());
    typed.put("summary", says.summary());
    typed.put("body", says.body().source());
    typed.put("bodyFormat", says.body().format().code());
    typed.put("documentNumber", Objects.toString(says.documentNumber(), ""));
    typed.put("issuer", Objects.toString(says.issuer(), ""));
    typed.put("publishedOn", says.publishedOn().toString());
    typed.put("validUntil", Objects.toString(says.validUntil(), ""));
    typed.put("industries", CodeWords.INDUSTRIES.written(says.industries()));
    typed.put("regions", CodeWords.REGIONS.written(says.regions()));
    typed.put("audience", String.join(",", says.audience()));
    typed.put("sourceUrl", Objects.toString(says.sourceUrl(), ""));
    typed.put("seen", seen(release));
    return new ReleaseForm(typed, says.clauses().stream().map(ClauseForm::of).toList());
  }

  static ReleaseForm of(MultiValueMap<String, String> sent) {
    var flat = new HashMap<String, String>();
    sent.forEach((name, values) -> flat.put(name, String.join(",", values)));
    return of(flat);
  }

  static ReleaseForm of(Map<String, String> flat) {
    var typed = new HashMap<String, String>();
    var clauses = new TreeMap<Integer, Map<String, String>>();
    flat.forEach((name, value) -> {
      var storable = value.replace("\u0000", "");
      var clause = CLAUSE.matcher(name);
      if (FIELDS.contains(name)) {
        typed.put(name, storable);
      } else if (clause.matches() && ClauseForm.FIELDS.contains(clause.group(2))) {
        clauses
            .computeIfAbsent(Integer.valueOf(clause.group(1)), _ -> new HashMap<>())
            .put(clause.group(2), storable);
      }
    });
    return new ReleaseForm(typed, clauses.values().stream().map(ClauseForm::new).toList());
  }

  /// Every field by the name it has in the form.
  Map<String, String> flat() {
    var flat = new TreeMap<>(typed);
    for (int i = 0; i < clauses.size(); i++) {
      var at = "clauses/" + i + "/";
      clauses.get(i).typed().forEach((name, value) -> flat.put(at + name, value));
    }
    return flat;
  }

  public String of(String field) {
    return typed.getOrDefault(field, "");
  }

  public List<String> audience() {
    return List.of(of("audience").split(","));
  }

  /// Without clauses in which nothing was typed.
  ReleaseForm tidy() {
    return new ReleaseForm(typed, clauses.stream().filter(it -> !it.blank()).toList());
  }

  /// Whether the form was opened on the release as it is now.
  boolean saw(Release release) {
    return of("seen").equals(seen(release));
  }

  /// Whether it says the same as when the form was opened.
  boolean sawWords(Release release) {
    return of("seen").startsWith(release.version() + "-");
  }

  /// The same words, now knowing what the release is.
  ReleaseForm seeing(Release release) {
    var knowing = new HashMap<>(typed);
    knowing.put("seen", seen(release));
    return new ReleaseForm(knowing, clauses);
  }

  private static String seen(Release release) {
    return release.version() + "-" + release.state().code();
  }

  /// What a button for the rows of clauses makes of the form: `add-clause`, `remove-clause-0`,
  /// `up-clause-1`, `down-clause-0`. Anything else leaves it as it is.
  ReleaseForm after(@Nullable String act) {
    if (act == null) return this;
    var rows = new ArrayList<>(clauses);
    var move = MOVE.matcher(act);
    if (act.equals("add-clause")) {
      rows.add(ClauseForm.EMPTY);
    } else if (move.matches()) {
      move(rows, move.group(1), Integer.parseInt(move.group(2)));
    }
    return new ReleaseForm(typed, List.copyOf(rows));
  }

  private static void move(List<ClauseForm> rows, String how, int from) {
    if (from >= rows.size()) return;
    var row = rows.remove(from);
    switch (how) {
      case "up" -> rows.add(Math.max(0, from - 1), row);
      case "down" -> rows.add(Math.min(rows.size(), from + 1), row);
      default -> {}
    }
  }
}
