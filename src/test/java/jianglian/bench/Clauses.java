package jianglian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jianglian.search.words.Folding;
import jianglian.search.words.Words;
import jianglian.world.RealData;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// What generated texts are put together from. `ranked`: the n-th piece is drawn 1/n as often as
/// the first, as words are in language; otherwise each is drawn as often as any other. `asked`:
/// what people put into words when they look for such texts.
record Clauses(String origin, List<String> pieces, boolean ranked, List<String> asked) {
  private static final Pattern PAUSES = Pattern.compile("[，。；、：！？,;:!?.\\s]+");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 40;

  /// Clauses of real texts, so that words are as frequent as they are; without the folder the words
  /// of the names of all industries, which are so few that each stands in most of the texts.
  static Clauses any() {
    return Files.isDirectory(RealData.FOLDER) ? real(RealData.FOLDER) : industries();
  }

  /// Of abstracts, laws, policies and answers about policies.
  private static Clauses real(Path data) {
    var papers = Stream.of("kg_dev", "kg_test", "ts_dev", "ts_test", "cls_dcp_dev", "cls_dcp_test");
    var policies = Stream.of("innovation_laws_regs", "statecouncil_policies");
    var texts =
        Stream.of(
                papers.flatMap(it -> column(data.resolve("csl/" + it + ".tsv"), 1)),
                files(data.resolve("policy_qa")).flatMap(it -> column(it, 2)),
                policies.flatMap(it -> strings(data.resolve("policy/" + it + ".jsonl"))))
            .flatMap(it -> it);
    var clauses = new TreeSet<String>();
    texts
        .flatMap(PAUSES::splitAsStream)
        .filter(it -> it.length() >= SHORTEST && it.length() <= LONGEST)
        .filter(it -> it.chars().allMatch(Character::isIdeographic))
        .forEach(clauses::add);
    var asked =
        Stream.concat(
                Stream.of("ts_dev", "ts_test")
                    .flatMap(it -> column(data.resolve("csl/" + it + ".tsv"), 2)),
                files(data.resolve("policy_qa")).flatMap(it -> column(it, 0)))
            .toList();
    return new Clauses("clauses of real texts", List.copyOf(clauses), false, asked);
  }

  private static Clauses industries() {
    try {
      var names =
          new ClassPathResource("codes/industries.csv").getContentAsString(StandardCharsets.UTF_8);
      var words = new TreeSet<String>();
      for (var word : Words.telling(Folding.fold(names))) {
        if (Words.han(word.text()) && word.length() > 1) words.add(word.text());
      }
      var shuffled = new ArrayList<>(words);
      Collections.shuffle(shuffled, new Random(1));
      return new Clauses(
          "words of the names of industries", List.copyOf(shuffled), true, List.of());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<String> column(Path table, int number) {
    return lines(table)
        .map(it -> it.split("\t"))
        .filter(it -> it.length > number)
        .map(it -> it[number]);
  }

  private static Stream<String> strings(Path objects) {
    var json = new JsonMapper();
    return lines(objects)
        .flatMap(it -> json.readTree(it).valueStream())
        .filter(it -> it.isString())
        .map(it -> it.asString());
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
