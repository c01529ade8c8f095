package jianglian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jianglian.search.words.Folding;
import jianglian.search.words.Words;
import org.springframework.core.io.ClassPathResource;

/// Seeded texts of real words: those of the names of all industries, drawn as in language (the n-th
/// word 1/n as often as the first).
public final class Corpus {
  private static final int TITLE = 18;

  private final List<String> words;
  private final Random random;
  private final Set<String> used = new HashSet<>();
  private final Set<Long> texts = new HashSet<>();
  private int duplicates;

  public Corpus(long seed) {
    this.random = new Random(seed);
    this.words = words();
  }

  public String title() {
    return text(TITLE);
  }

  /// About so many letters, with punctuation; three bytes each in UTF-8.
  public String text(int letters) {
    var text = new StringBuilder();
    while (text.length() < letters) {
      var word = word();
      used.add(word);
      text.append(word);
      if (random.nextInt(8) == 0) text.append(random.nextInt(3) == 0 ? '。' : '，');
    }
    if (!texts.add(hash(text))) duplicates++;
    return text.toString();
  }

  public String word() {
    var rank = (int) Math.exp(random.nextDouble() * Math.log(words.size()));
    return words.get(rank - 1);
  }

  public Random random() {
    return random;
  }

  public int distinctTerms() {
    return used.size();
  }

  public int duplicates() {
    return duplicates;
  }

  private static long hash(CharSequence text) {
    return text.chars().asLongStream().reduce(1, (sum, letter) -> sum * 1_000_003 + letter);
  }

  private static List<String> words() {
    try {
      var names =
          new ClassPathResource("codes/industries.csv").getContentAsString(StandardCharsets.UTF_8);
      var all = new HashSet<String>();
      for (var word : Words.telling(Folding.fold(names))) {
        if (Words.han(word.text()) && word.length() > 1) all.add(word.text());
      }
      var list = new ArrayList<>(all.stream().sorted().toList());
      Collections.shuffle(list, new Random(1));
      return list;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
