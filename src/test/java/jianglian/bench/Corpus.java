package jianglian.bench;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jianglian.search.words.Folding;
import jianglian.search.words.Word;
import jianglian.search.words.Words;

/// Seeded texts put together from [Clauses].
public final class Corpus {
  private static final int TITLE = 18;
  private static final int ASKED = 4;

  private final Clauses clauses;
  private final Random random;
  private final BitSet used = new BitSet();
  private final Set<Long> texts = new HashSet<>();
  private int duplicates;

  public Corpus(long seed) {
    this(Clauses.any(), seed);
  }

  Corpus(Clauses clauses, long seed) {
    this.clauses = clauses;
    this.random = new Random(seed);
  }

  public String title() {
    return counted(drawn(TITLE / 2) + drawn(TITLE / 2));
  }

  /// As a person types it: some words that stand side by side in a real title or question.
  public String question() {
    if (clauses.asked().isEmpty()) return drawn(4) + word() + word();
    while (true) {
      var words = telling(clauses.asked().get(random.nextInt(clauses.asked().size())));
      if (words.size() < 2) continue;
      var from = random.nextInt(Math.max(1, words.size() - ASKED + 1));
      return String.join("", words.subList(from, Math.min(from + ASKED, words.size())));
    }
  }

  /// About so many letters, with punctuation; three bytes each in UTF-8.
  public String text(int letters) {
    return counted(drawn(letters));
  }

  /// As often as it stands in the texts.
  public String word() {
    while (true) {
      var words = telling(clauses.pieces().get(piece()));
      if (!words.isEmpty()) return words.get(random.nextInt(words.size()));
    }
  }

  public Random random() {
    return random;
  }

  /// What the texts are made from.
  public String origin() {
    return clauses.origin();
  }

  public int distinctTerms() {
    var terms = new HashSet<String>();
    used.stream().mapToObj(clauses.pieces()::get).forEach(it -> terms.addAll(telling(it)));
    return terms.size();
  }

  public int duplicates() {
    return duplicates;
  }

  private int piece() {
    var size = clauses.pieces().size();
    if (!clauses.ranked()) return random.nextInt(size);
    return (int) Math.exp(random.nextDouble() * Math.log(size)) - 1;
  }

  private String drawn(int letters) {
    var text = new StringBuilder();
    while (text.length() < letters) {
      var piece = piece();
      used.set(piece);
      text.append(clauses.pieces().get(piece));
      if (!clauses.ranked() || random.nextInt(8) == 0) {
        text.append(random.nextInt(3) == 0 ? '。' : '，');
      }
    }
    return text.substring(0, letters);
  }

  private String counted(String text) {
    if (!texts.add(hash(text))) duplicates++;
    return text;
  }

  private static List<String> telling(String text) {
    return Words.telling(Folding.fold(text)).stream()
        .map(Word::text)
        .filter(it -> it.length() > 1)
        .toList();
  }

  private static long hash(CharSequence text) {
    return text.chars().asLongStream().reduce(1, (sum, letter) -> sum * 1_000_003 + letter);
  }
}
