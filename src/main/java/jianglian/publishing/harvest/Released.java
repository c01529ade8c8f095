package jianglian.publishing.harvest;

import java.util.List;
import java.util.Optional;
import jianglian.publishing.release.RichText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a park has delivered already, whichever form it came in.
@Repository
class Released {
  private final JdbcClient db;

  Released(JdbcClient db) {
    this.db = db;
  }

  /// An item that says what no release says; `release` is the one it changes.
  record News(FeedItem item, @Nullable Long release) {}

  private record One(long id, @Nullable String externalId, FeedItem says, String words) {}

  /// Without what the park's releases say already: one that was harvested is compared to the
  /// letter, one that came by another form by title and words.
  List<News> newsOf(long park, List<FeedItem> items) {
    if (items.isEmpty()) return List.of();
    var like = like(park, items);
    return items.stream().flatMap(it -> news(it, like).stream()).toList();
  }

  private static Optional<News> news(FeedItem item, List<One> like) {
    var id = item.externalId();
    var own = like.stream().filter(it -> id.equals(it.externalId)).findFirst();
    if (own.isPresent()) {
      return own.filter(it -> !it.says.digest().equals(item.digest()))
          .map(it -> new News(item, it.id));
    }
    var words = words(item.body());
    return like.stream()
            .anyMatch(it -> it.says.title().equals(item.title()) && it.words.equals(words))
        ? Optional.empty()
        : Optional.of(new News(item, null));
  }

  private List<One> like(long park, List<FeedItem> items) {
    return db.sql(
            """
            select id, external_id, title, body_source, body_html, source_url from release
            where park_id = :park and (external_id = any(:ids) or title = any(:titles))
            """)
        .param("park", park)
        .param("ids", items.stream().map(FeedItem::externalId).toArray(String[]::new))
        .param("titles", items.stream().map(FeedItem::title).toArray(String[]::new))
        .query((row, _) ->
            new One(
                row.getLong("id"),
                row.getString("external_id"),
                new FeedItem(
                    "",
                    row.getString("title"),
                    row.getString("body_source"),
                    row.getString("source_url"),
                    null),
                words(row.getString("body_html"))))
        .list();
  }

  private static String words(String html) {
    return RichText.text(html).replaceAll("\\s+", "");
  }
}
