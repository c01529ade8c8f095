package jianglian.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jianglian.search.words.Folding;
import jianglian.search.words.Word;
import jianglian.search.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What PostgreSQL finds by itself among the offers of a [Stock]: by full text, of the pairs of
/// letters that the product indexes too since PostgreSQL parses no Chinese, and by the trigrams of
/// titles (pg_trgm). Its tables and indexes are made once and stay with the stock.
final class PostgresPeer {
  private static final int BATCH = 5_000;

  private final JdbcClient db;

  PostgresPeer(JdbcClient db) {
    this.db = db;
  }

  /// Takes minutes the first time.
  void prepare(int offers) {
    db.sql("create extension if not exists pg_trgm").update();
    db.sql(
            "create table if not exists bench_words (id bigint primary key, words tsvector not null)")
        .update();
    var done = db.sql("select coalesce(max(id), 0) from bench_words").query(Long.class).single();
    for (var from = done; from < offers; from += BATCH) write(from, Math.min(from + BATCH, offers));
    db.sql("create index if not exists bench_words_words on bench_words using gin (words)")
        .update();
    db.sql(
            "create index if not exists bench_title on listing using gin (title gin_trgm_ops) where side = 'offer'")
        .update();
    db.sql("analyze bench_words").update();
  }

  private record Row(long id, String words) {}

  private void write(long after, long last) {
    var rows = new ArrayList<Row>();
    db.sql("select id, title, text from listing where id > :after and id <= :last order by id")
        .param("after", after)
        .param("last", last)
        .query(row -> {
          var words = words(row.getString("title") + "\n" + row.getString("text"));
          rows.add(new Row(row.getLong("id"), String.join(" ", words)));
        });
    db.sql(
            """
            insert into bench_words
            select id, to_tsvector('simple', words) from unnest(:ids, :words) as f (id, words)
            """)
        .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
        .param("words", rows.stream().map(Row::words).toArray(String[]::new))
        .update();
  }

  private static List<String> words(String text) {
    return Words.spelled(Folding.fold(text)).stream()
        .map(Word::text)
        .filter(it -> it.length() > 1 && it.codePoints().allMatch(Character::isLetterOrDigit))
        .toList();
  }

  /// The best twenty by `ts_rank`.
  int fullText(String title) {
    var any = words(title).stream().distinct().collect(Collectors.joining(" | "));
    return db.sql(
            """
            select w.id from bench_words w
            join listing l on l.id = w.id, to_tsquery('simple', :any) q
            where w.words @@ q and l.type = 'technology' and l.state = 'open'
            order by ts_rank(w.words, q) desc limit 20
            """)
        .param("any", any)
        .query(Long.class)
        .list()
        .size();
  }

  /// The most similar twenty.
  int trigrams(String title) {
    return db.sql(
            """
            select id from listing
            where side = 'offer' and type = 'technology' and state = 'open' and title % :title
            order by similarity(title, :title) desc limit 20
            """)
        .param("title", title)
        .query(Long.class)
        .list()
        .size();
  }
}
