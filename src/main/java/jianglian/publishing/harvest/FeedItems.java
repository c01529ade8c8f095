package jianglian.publishing.harvest;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jianglian.audit.Cryptography;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.release.Body;
import jianglian.publishing.release.BodyFormat;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// What can be taken of a feed: its first items, each named once. `skipped` counts those without
/// words or too long for a release.
record FeedItems(List<FeedItem> items, int skipped) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int LONGEST_GUID = 500;
  private static final int LONGEST_LINK = 2000;
  private static final int LONGEST_TITLE = 200;
  private static final int TITLE_OF_BODY = 60;
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  /// Names that hold for the whole world; others hold for their feed alone.
  private static final Pattern WORLDWIDE = Pattern.compile("(?i)(https?://|tag:|urn:).+");

  /// `address` is where the park says its feed is, `base` where it was found in the end.
  static FeedItems of(SyndFeed feed, String address, URI base, int most, LocalDate today) {
    var entries = feed.getEntries().stream().limit(most).toList();
    var unreliable = unreliable(entries);
    var items = new LinkedHashMap<String, FeedItem>();
    int skipped = 0;
    for (var entry : entries) {
      var item = item(entry, address, base(feed, base), unreliable, today);
      if (item.isEmpty()) skipped++;
      item.ifPresent(it -> items.putIfAbsent(it.guid(), it));
    }
    return new FeedItems(List.copyOf(items.values()), skipped);
  }

  /// Names that several different things bear: `0` for all of them, or the site's address.
  private static Set<String> unreliable(List<SyndEntry> entries) {
    Map<String, String> linkOf = new HashMap<>();
    var unreliable = new HashSet<String>();
    for (var entry : entries) {
      var name = text(entry.getUri());
      var link = text(entry.getLink());
      var other = linkOf.putIfAbsent(name, link);
      if (other != null && !other.equals(link)) unreliable.add(name);
    }
    return unreliable;
  }

  private static Optional<FeedItem> item(
      SyndEntry entry, String address, URI base, Set<String> unreliable, LocalDate today) {
    var link = link(entry.getLink(), base);
    var body = body(entry, link == null ? base.toString() : link);
    var title = title(entry, body);
    if (title.isEmpty()) return Optional.empty();
    var says = body.isEmpty() ? onlyTitle(title, link) : body;
    var guid = guid(entry, link, title, address, unreliable);
    var item = new FeedItem(guid, title, says, link, date(entry, today));
    // read as its delivery will be, so that what is approved later is not refused then
    var command = item.command(ReleaseKind.NOTICE);
    if (!command.faults().isEmpty() || command.title() == null) return Optional.empty();
    return Optional.of(new FeedItem(guid, command.title(), says, link, item.publishedOn()));
  }

  private static String guid(
      SyndEntry entry,
      @Nullable String link,
      String title,
      String address,
      Set<String> unreliable) {
    var name = text(entry.getUri());
    var borrowed = name.equals(text(entry.getLink()));
    if (name.isEmpty() || borrowed || unreliable.contains(name)) {
      name = link == null ? title : link;
    }
    var guid = WORLDWIDE.matcher(name).matches() ? name : address + " " + name;
    return guid.length() <= LONGEST_GUID ? guid : "digest:" + Cryptography.digest(guid);
  }

  private static String title(SyndEntry entry, String body) {
    var given = text(entry.getTitle());
    var plain = TAG.matcher(given).find() ? Jsoup.parseBodyFragment(given).text() : given;
    var title = plain.replaceAll("\\s+", " ").strip();
    return title.isEmpty()
        ? cut(Jsoup.parseBodyFragment(body).text(), TITLE_OF_BODY)
        : cut(title, LONGEST_TITLE);
  }

  private static String cut(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) return text;
    return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }

  /// The whole text where the feed brings it, else its summary.
  private static String body(SyndEntry entry, String base) {
    return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
        .map(it -> html(it, base))
        .filter(it -> !it.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String html(SyndContent content, String base) {
    var value = text(content.getValue());
    if (value.isEmpty()) return "";
    if ("text".equals(content.getType())) {
      return Body.of(value, BodyFormat.TEXT).html();
    }
    var document = Jsoup.parseBodyFragment(value, base);
    if (document.body().childrenSize() == 0) {
      return Body.of(document.body().wholeText(), BodyFormat.TEXT).html();
    }
    for (var name : List.of("href", "src")) {
      document.select("[" + name + "]").forEach(it -> it.attr(name, it.absUrl(name)));
    }
    return Body.of(document.body().html(), BodyFormat.HTML).html();
  }

  private static String onlyTitle(String title, @Nullable String link) {
    var paragraph = Jsoup.parseBodyFragment("<p></p>").body().child(0);
    if (link == null) paragraph.text(title);
    else paragraph.appendElement("a").attr("href", link).text(title);
    return Body.of(paragraph.outerHtml(), BodyFormat.HTML).html();
  }

  private static URI base(SyndFeed feed, URI base) {
    var link = link(feed.getLink(), base);
    return link == null ? base : URI.create(link);
  }

  private static @Nullable String link(@Nullable String text, URI base) {
    var link = text(text);
    if (link.isEmpty()) return null;
    try {
      var whole = base.resolve(link.replace(" ", "%20"));
      var web = whole.getScheme() != null && whole.getScheme().matches("(?i)https?");
      return web && whole.getRawAuthority() != null && whole.toString().length() <= LONGEST_LINK
          ? whole.toString()
          : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /// A day that is still to come is a mistake.
  private static @Nullable LocalDate date(SyndEntry entry, LocalDate today) {
    Date date =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    if (date == null) return null;
    var day = LocalDate.ofInstant(date.toInstant(), ZONE);
    return day.isAfter(today) || day.getYear() < 1900 ? null : day;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
