package jianglian.parks.joining;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How a name is spelled in Latin letters. A character of several readings gets its commonest, so
/// people may correct it.
final class Pinyin {
  private Pinyin() {}

  private static final class Reader {
    static final Transliterator HAN =
        Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower; [^a-z0-9\\ ] Remove");
  }

  /// 武汉东湖 as `wuhandonghu`.
  static String joined(String name) {
    return Reader.HAN.transliterate(name).replace(" ", "");
  }

  /// 武汉东湖 as `Wu Han Dong Hu`.
  static String words(String name) {
    return Arrays.stream(Reader.HAN.transliterate(name).strip().split(" +"))
        .filter(it -> !it.isEmpty())
        .map(it -> Character.toUpperCase(it.charAt(0)) + it.substring(1))
        .collect(Collectors.joining(" "));
  }
}
