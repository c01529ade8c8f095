package jianglian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every visible text is there in both languages, and none is there that nobody shows.
class MessagesTest {
  private static final String SETTING = "setting.";
  private static final Path BUNDLES = Path.of("src/main/resources/messages");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*\\.[a-z0-9.-]*)\"");
  private static final Pattern NAMED =
      Pattern.compile("(?:page\\.text|texts\\.zh|texts\\.en)\\(\"([^\"]+)\"[,)]");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

  private final Map<String, String> zh = bundles(false);
  private final Map<String, String> en = bundles(true);
  private final List<String> sources = sources();
  private final Set<String> literals =
      sources.stream()
          .flatMap(it -> LITERAL.matcher(it).results().map(found -> found.group(1)))
          .collect(Collectors.toSet());
  private final List<String> beginnings =
      literals.stream().filter(it -> it.endsWith(".") || it.endsWith("-")).toList();

  @Test
  void both_languages_say_the_same_things() {
    assertThat(minus(zh.keySet(), en.keySet())).as("missing in English").isEmpty();
    assertThat(minus(en.keySet(), zh.keySet())).as("missing in Chinese").isEmpty();
  }

  @Test
  void a_text_uses_no_more_than_its_translation_is_given() {
    var differing =
        zh.keySet().stream()
            .filter(en::containsKey)
            .filter(it ->
                !arguments(zh.get(it)).containsAll(arguments(en.get(it)))
                    && !arguments(en.get(it)).containsAll(arguments(zh.get(it))))
            .toList();
    assertThat(differing).isEmpty();
  }

  @Test
  void no_key_is_written_twice() throws IOException {
    var twice = new ArrayList<String>();
    for (var english : List.of(true, false)) {
      var seen = new TreeSet<String>();
      for (var file : files(english)) {
        for (var line : Files.readAllLines(file)) {
          var key = line.split("=", 2)[0].strip();
          if (!key.isEmpty() && !key.startsWith("#") && !seen.add(key)) twice.add(file + " " + key);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void every_text_that_is_shown_is_there() {
    var missing = new TreeSet<String>();
    for (var source : sources) {
      NAMED
          .matcher(source)
          .results()
          .map(it -> it.group(1))
          .filter(it -> !zh.containsKey(it))
          .forEach(missing::add);
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_text_that_is_there_is_shown() {
    assertThat(zh.keySet().stream().filter(it -> !used(it)).toList()).isEmpty();
  }

  /// A key is used when it stands in the code, when the code makes it of a beginning that stands
  /// there (`"role." + code`, `kind + ".act"`), or when it names a setting that is declared there.
  private boolean used(String key) {
    if (literals.contains(key) || sources.stream().anyMatch(it -> it.contains('"' + key + '"')))
      return true;
    if (beginnings.stream().anyMatch(key::startsWith)) return true;
    for (var at = key.lastIndexOf('.'); at > key.indexOf('.'); at = key.lastIndexOf('.', at - 1)) {
      if (literals.contains(key.substring(0, at))) return true;
    }
    return key.startsWith(SETTING) && used(key.substring(SETTING.length()));
  }

  private static Set<String> arguments(String text) {
    return PLACEHOLDER.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
  }

  private static Set<String> minus(Set<String> all, Set<String> without) {
    var rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  private static Map<String, String> bundles(boolean english) {
    var texts = new TreeMap<String, String>();
    for (var file : files(english)) {
      var properties = new Properties();
      try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(in);
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      }
      properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    }
    return texts;
  }

  private static List<Path> files(boolean english) {
    return tree(BUNDLES).stream()
        .filter(it -> it.toString().endsWith("_en.properties") == english)
        .toList();
  }

  private static List<String> sources() {
    return Stream.of("src/main/java", "src/main/jte")
        .flatMap(it -> tree(Path.of(it)).stream())
        .map(MessagesTest::read)
        .toList();
  }

  private static List<Path> tree(Path folder) {
    try (var paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
