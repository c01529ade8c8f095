package jianglian.search.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Gives Lucene the words, or the grams, of a text.
public final class WordAnalyzer extends Analyzer {
  private final Function<String, List<Word>> cut;

  public WordAnalyzer(Function<String, List<Word>> cut) {
    this.cut = cut;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new Cutter(cut));
  }

  private static final class Cutter extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Function<String, List<Word>> cut;
    private Iterator<Word> words = List.<Word>of().iterator();

    Cutter(Function<String, List<Word>> cut) {
      this.cut = cut;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      words = cut.apply(Folding.fold(all())).iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!words.hasNext()) return false;
      clearAttributes();
      term.append(words.next().text());
      return true;
    }

    private String all() {
      try {
        return input.readAllAsString();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
