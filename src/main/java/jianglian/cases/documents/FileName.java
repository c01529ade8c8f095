package jianglian.cases.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of an uploaded file, without anything that could mislead a reader or a file system: no
/// folders, no marks that cannot be seen or that turn the reading direction, no leading dots.
record FileName(String text) {
  private static final int LONGEST = 120;
  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");
  private static final Pattern MEANT_ELSEWHERE = Pattern.compile("[<>:\"|?*%;]+");
  private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");

  static FileName of(@Nullable String given) {
    var name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
    name = FOLDERS.matcher(name).replaceFirst("");
    name = UNSEEN.matcher(name).replaceAll("");
    name = MEANT_ELSEWHERE.matcher(name).replaceAll("_");
    name = EDGES.matcher(name).replaceAll("");
    return new FileName(shortened(name));
  }

  /// In lower case, without the dot; empty when there is none.
  String extension() {
    var dot = text.lastIndexOf('.');
    return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String shortened(String name) {
    if (name.length() <= LONGEST) return name;
    var dot = name.lastIndexOf('.');
    var end = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
    var cut = LONGEST - end.length();
    if (Character.isHighSurrogate(name.charAt(cut - 1))) cut--;
    return name.substring(0, cut) + end;
  }
}
