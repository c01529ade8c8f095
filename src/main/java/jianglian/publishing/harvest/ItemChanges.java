package jianglian.publishing.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jianglian.publishing.history.LineChanges;
import jianglian.publishing.history.VersionStep.FieldChange;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// How an item differs from what is released of it, field by field, line by line; beyond the first
/// lines only how many more there are. Where the words are the same, the text's links or form are
/// what changed, and its HTML is compared.
record ItemChanges(List<FieldChange> fields, int more) {
  static final ItemChanges NONE = new ItemChanges(List.of(), 0);
  private static final int SHOWN = 30;

  static ItemChanges between(FeedItem before, FeedItem after) {
    var fields = new ArrayList<FieldChange>();
    int more = 0;
    for (var field : List.of("title", "sourceUrl", "body")) {
      var lines = lines(field, before, after);
      if (lines.isEmpty()) continue;
      more += Math.max(0, lines.size() - SHOWN);
      fields.add(new FieldChange(field, lines.subList(0, Math.min(SHOWN, lines.size()))));
    }
    return new ItemChanges(fields, more);
  }

  private static List<LineChanges.Change> lines(String field, FeedItem before, FeedItem after) {
    return switch (field) {
      case "title" -> LineChanges.between(before.title(), after.title());
      case "sourceUrl" -> LineChanges.between(text(before.link()), text(after.link()));
      default -> bodies(before.body(), after.body());
    };
  }

  private static List<LineChanges.Change> bodies(String before, String after) {
    if (before.equals(after)) return List.of();
    var words = LineChanges.between(words(before), words(after));
    return words.isEmpty() ? LineChanges.between(before, after) : words;
  }

  /// A line for each paragraph, cell, line break.
  private static String words(String html) {
    var body = Jsoup.parseBodyFragment(html).body();
    body.select("p, div, li, dt, dd, tr, td, th, h2, h3, h4, h5, h6, blockquote, pre, br")
        .forEach(it -> it.after(new TextNode("\n")));
    return body.wholeText()
        .lines()
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
