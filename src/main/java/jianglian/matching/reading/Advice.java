package jianglian.matching.reading;

import java.util.ArrayList;
import java.util.List;
import jianglian.cooperation.Listing;

/// What a listing lacks that would make its matches better, as codes of `match.advice.…`, what
/// helps most first.
final class Advice {
  /// In letters: a shorter text seldom says what is sought, and for what.
  private static final int TELLING_TEXT = 60;

  /// In letters: a shorter title seldom names a product, a material or a technology.
  private static final int TELLING_TITLE = 8;

  private Advice() {}

  static List<String> of(Listing listing) {
    var content = listing.content();
    var advice = new ArrayList<String>();
    if (content.text().strip().length() < TELLING_TEXT) advice.add("text");
    if (content.title().strip().length() < TELLING_TITLE) advice.add("title");
    if (content.industries().isEmpty()) advice.add("industry");
    if (content.keywords().isEmpty()) advice.add("keywords");
    if (!content.regions().isEmpty()) advice.add("reach");
    return advice;
  }
}
