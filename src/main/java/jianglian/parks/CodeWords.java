package jianglian.parks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.web.Fault;

/// Finds official codes by what people type: a code, a name, or a part that fits only one name.
public record CodeWords(List<Entry> entries) {
  /// The most parts a name has that 、 sets apart.
  private static final int LONGEST_NAME = 6;

  private static final int LONGEST_LIST = 3000;

  public static final CodeWords INDUSTRIES =
      new CodeWords(
          Stream.of(4, 3, 2, 1)
              .flatMap(it -> Industries.level(it).stream())
              .map(it -> new Entry(it.code(), it.name()))
              .toList());
  public static final CodeWords REGIONS =
      new CodeWords(Regions.all().stream().map(it -> new Entry(it.code(), it.name())).toList());

  /// What people leave off a name.
  private static final Set<String> ENDINGS =
      Set.of("省", "市", "区", "县", "自治区", "业", "制造", "制造业", "服务", "服务业");

  /// `plain` is the name in the letters a typed word is brought to.
  public record Entry(String code, String name, String plain) {
    Entry(String code, String name) {
      this(code, name, plainly(name));
    }
  }

  private static String plainly(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /// The words of a list as people write it.
  public static List<String> split(String typed) {
    return parts(typed).stream().distinct().toList();
  }

  private static List<String> parts(String typed) {
    return Stream.of(plainly(typed).split("[、,;\\n\\t]+"))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  public Optional<String> find(String word) {
    return exact(word).or(() -> only(word)).map(Entry::code);
  }

  /// The codes of a typed list; a word that is none is noted as a fault of the form's `field`,
  /// naming what could be meant.
  public List<String> read(String typed, String field, List<Fault> faults) {
    var codes = new ArrayList<String>();
    if (typed.length() > LONGEST_LIST) {
      faults.add(Fault.at("/" + field, "words.too-long", LONGEST_LIST));
      return codes;
    }
    for (var words = parts(typed); !words.isEmpty(); ) {
      var length = longestName(words);
      var word = String.join("、", words.subList(0, length));
      var code = find(word);
      code.filter(it -> !codes.contains(it)).ifPresent(codes::add);
      if (code.isEmpty()) faults.add(unknown(field, word));
      words = words.subList(length, words.size());
    }
    return codes;
  }

  /// How many of the words in front make one name, such as 铁路、船舶、航空航天和其他运输设备制造业; 1 where none do.
  private int longestName(List<String> words) {
    for (int length = Math.min(words.size(), LONGEST_NAME); length > 1; length--) {
      if (exact(String.join("、", words.subList(0, length))).isPresent()) return length;
    }
    return 1;
  }

  private Fault unknown(String field, String word) {
    var near = near(word, 3).stream().map(Entry::name).toList();
    return near.isEmpty()
        ? Fault.at("/" + field, "words.unknown", word)
        : Fault.at("/" + field, "words.which", word, String.join("、", near));
  }

  /// Codes as people read them and [#read] understands them: by name, or by the code itself where a
  /// name would be taken for another.
  public String written(List<String> codes) {
    var names = codes.stream().map(this::written).collect(Collectors.joining("、"));
    return read(names, "", new ArrayList<>()).equals(codes) ? names : String.join("、", codes);
  }

  private String written(String code) {
    return entries.stream()
        .filter(it -> it.code().equals(code))
        .filter(it -> read(it.name(), "", new ArrayList<>()).equals(List.of(code)))
        .findFirst()
        .map(Entry::name)
        .orElse(code);
  }

  /// Names that hold the word, those that begin with it first, short ones before long ones.
  public List<Entry> near(String word, int most) {
    return entries.stream()
        .filter(it -> it.plain().contains(word))
        .sorted(
            Comparator.<Entry>comparingInt(it -> it.plain().startsWith(word) ? 0 : 1)
                .thenComparingInt(it -> it.name().length()))
        .limit(most)
        .toList();
  }

  private Optional<Entry> exact(String word) {
    return entries.stream()
        .filter(it -> it.code().equals(word) || it.plain().equals(word))
        .findFirst();
  }

  private Optional<Entry> only(String word) {
    if (word.length() < 2) return Optional.empty();
    var near = near(word, 2);
    if (near.size() == 1) return Optional.of(near.getFirst());
    return entries.stream()
        .filter(it -> it.plain().startsWith(word))
        .filter(it -> ENDINGS.contains(it.plain().substring(word.length())))
        .findFirst();
  }
}
