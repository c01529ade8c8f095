package jianglian.search.question;

import java.util.List;

/// One way in which a place of an entry can hold what is asked for, and what that counts there.
public record Clause(Way way, List<String> terms, float weight) {
  public enum Way {
    /// All of these words stand there.
    WORDS,
    /// These pairs of letters follow each other.
    LETTERS,
    /// A pair of letters begins with this one; counts the same however often.
    BEGINNING
  }
}
