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
  private final Set<String> texts = new HashSet<>();
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
    if (!texts.add(text.toString())) duplicates++;
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

  private List<String> words() {
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

  /// A unit vector of 512 floats.
  public float[] vector() {
    return near(new float[512], 1);
  }

  /// A unit vector near another one.
  public float[] near(float[] other, double distance) {
    var vector = new float[other.length];
    var sum = 0.0;
    for (var i = 0; i < vector.length; i++) {
      vector[i] = (float) (other[i] + distance * random.nextGaussian() / Math.sqrt(vector.length));
      sum += vector[i] * vector[i];
    }
    for (var i = 0; i < vector.length; i++) vector[i] /= (float) Math.sqrt(sum);
    return vector;
  }
}
