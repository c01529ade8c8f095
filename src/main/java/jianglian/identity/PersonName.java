package jianglian.identity;

import java.text.Normalizer;
import jianglian.web.InvalidInput;

/// What someone is called: one line of at most 60 characters.
public record PersonName(String name) {
  private static final int LONGEST = 60;

  /// Refuses at `/name` what is empty, too long, or holds control characters.
  public static PersonName of(String typed) {
    var name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    if (name.isEmpty()) throw new InvalidInput("/name", "person.name-missing");
    if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("/name", "person.name-malformed", LONGEST);
    }
    return new PersonName(name);
  }
}
