package jianglian.cooperation.posting;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jianglian.parks.Industries;
import jianglian.parks.Regions;

/// Finds official codes by what people type: a code, a name, or a part that fits only one name.
public record CodeWords(List<Entry> entries) {
  public static final CodeWords INDUSTRIES =
      new CodeWords(
          Stream.of(4, 3, 2)
              .flatMap(it -> Industries.level(it).stream())
              .map(it -> new Entry(it.code(), it.name()))
              .toList());
  public static final CodeWords REGIONS =
      new CodeWords(Regions.all().stream().map(it -> new Entry(it.code(), it.name())).toList());

  /// What people leave off a name.
  private static final Set<String> ENDINGS =
      Set.of("省", "市", "区", "县", "自治区", "业", "制造", "制造业", "服务", "服务业");

  public record Entry(String code, String name) {}

  /// The words of a list as people write it.
  static List<String> split(String typed) {
    return Stream.of(Normalizer.normalize(typed, Normalizer.Form.NFKC).split("[、,;\\n\\t]+"))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .distinct()
        .toList();
  }

  public Optional<String> find(String word) {
    return entries.stream()
        .filter(it -> it.code().equals(word) || it.name().equals(word))
        .findFirst()
        .or(() -> only(word))
        .map(Entry::code);
  }

  /// Names that hold the word, those that begin with it first, short ones before long ones.
  List<Entry> near(String word, int most) {
    return entries.stream()
        .filter(it -> it.name().contains(word))
        .sorted(
            Comparator.<Entry>comparingInt(it -> it.name().startsWith(word) ? 0 : 1)
                .thenComparingInt(it -> it.name().length()))
        .limit(most)
        .toList();
  }

  private Optional<Entry> only(String word) {
    if (word.length() < 2) return Optional.empty();
    var near = near(word, 2);
    if (near.size() == 1) return Optional.of(near.getFirst());
    return entries.stream()
        .filter(it -> it.name().startsWith(word))
        .filter(it -> ENDINGS.contains(it.name().substring(word.length())))
        .findFirst();
  }
}
