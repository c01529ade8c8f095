package jianglian.web;

import java.util.List;

/// A rule of the alliance that is data, not code. A module declares each as a bean; its title and
/// meaning are the messages `setting.KEY` and `setting.KEY.meaning`, a choice's words
/// `setting.KEY.CODE`. It is changed only by a proposal that a second founding park confirms.
public record Setting<T>(String key, Kind<T> kind, T initial) {

  public static Setting<Boolean> yesNo(String key, boolean initial) {
    return new Setting<>(key, new YesNo(), initial);
  }

  /// A whole number in [least, most].
  public static Setting<Long> number(String key, long initial, long least, long most) {
    return new Setting<>(key, new Whole(least, most), initial);
  }

  /// Words of at most `longest` characters.
  public static Setting<String> words(String key, String initial, int longest) {
    return new Setting<>(key, new Words(longest), initial);
  }

  public static Setting<String> choice(String key, String initial, List<String> codes) {
    return new Setting<>(key, new Choice(codes), initial);
  }

  /// How a value is written down and read again; reading refuses with [InvalidInput] at `/value`.
  public sealed interface Kind<T> {
    T read(String text);
  }

  public record YesNo() implements Kind<Boolean> {
    @Override
    public Boolean read(String text) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new InvalidInput("/value", "setting.not-yes-no");
      };
    }
  }

  public record Whole(long least, long most) implements Kind<Long> {
    @Override
    public Long read(String text) {
      try {
        var value = Long.parseLong(text.strip());
        if (value >= least && value <= most) return value;
      } catch (NumberFormatException notNumber) {
        // refused below, as one out of range is
      }
      throw new InvalidInput("/value", "setting.not-in-range", least, most);
    }
  }

  public record Words(int longest) implements Kind<String> {
    @Override
    public String read(String text) {
      var words = text.strip();
      if (!words.isEmpty() && words.length() <= longest) return words;
      throw new InvalidInput("/value", "setting.not-words", longest);
    }
  }

  public record Choice(List<String> codes) implements Kind<String> {
    @Override
    public String read(String text) {
      if (codes.contains(text)) return text;
      throw new InvalidInput("/value", "setting.not-a-choice");
    }
  }
}
