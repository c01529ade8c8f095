package jianglian.search.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jianglian.search.words.Folding;

/// Document numbers such as 沪府规〔2024〕12号: written with many brackets and spaces, found exactly.
public final class Codes {
  private static final Pattern NOISE = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(\\p{IsHan}{0,12}?)\\s*[\\[(〔【﹝〈<《]?\\s*((?:19|20)\\d{2})\\s*[\\])〕】﹞〉>》]?\\s*(?:第\\s*)?(\\d{1,5})\\s*号");
  private static final int LONGEST = 64;
  private static final int MOST = 24;

  private Codes() {}

  /// What an entry with this code is found by: the whole, and year and number without the issuer.
  public static Set<String> of(String code) {
    var forms = new LinkedHashSet<String>();
    var plain = plain(code);
    if (!plain.isEmpty()) forms.add(plain);
    var number = NUMBER.matcher(Folding.fold(code));
    while (number.find()) forms.add(number.group(2) + number.group(3) + "号");
    return forms;
  }

  /// The codes a typed text may mean. Where an issuer begins in a sentence is not known, so it is
  /// tried from every letter on.
  public static List<String> in(String typed) {
    var codes = new ArrayList<String>();
    var plain = plain(typed);
    if (!plain.isEmpty() && plain.length() <= LONGEST) codes.add(plain);
    var number = NUMBER.matcher(Folding.fold(typed));
    while (number.find() && codes.size() < MOST) {
      var tail = number.group(2) + number.group(3) + "号";
      var issuer = plain(number.group(1));
      if (issuer.isEmpty()) codes.add(tail);
      for (var at = 0; at < issuer.length(); at++) codes.add(issuer.substring(at) + tail);
    }
    return codes;
  }

  private static String plain(String code) {
    var plain = NOISE.matcher(Folding.fold(code)).replaceAll("");
    return plain.length() > LONGEST * 2 ? "" : plain;
  }
}
