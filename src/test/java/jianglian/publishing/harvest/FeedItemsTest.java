package jianglian.publishing.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import jianglian.publishing.harvest.FeedUnreadable.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedItemsTest {
  private static final String ADDRESS = "https://www.park.example/rss.xml";
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  private static FeedItems items(byte[] bytes, @Nullable String charset) {
    var feed = FeedXml.read(FeedText.of(bytes, charset), ADDRESS);
    return FeedItems.of(feed, ADDRESS, URI.create(ADDRESS), 100, TODAY);
  }

  private static List<FeedItem> items(String text) {
    return items(text.getBytes(StandardCharsets.UTF_8), null).items();
  }

  private static FeedItem only(String item) {
    var items = items(Site.rss(item));
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static void refused(Reason reason, String text) {
    assertThatThrownBy(() -> items(text))
        .isInstanceOfSatisfying(
            FeedUnreadable.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  @Test
  void an_item_of_rss_says_what_it_says() {
    var item = only(Site.item("7", "关于预约的通知", "<p>平台开放<b>预约</b>。</p>"));
    assertThat(item.guid()).isEqualTo(ADDRESS + " 7");
    assertThat(item.title()).isEqualTo("关于预约的通知");
    assertThat(item.body()).isEqualTo("<p>平台开放<b>预约</b>。</p>");
    assertThat(item.link()).isEqualTo("https://www.park.example/n/7");
    assertThat(item.publishedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void an_entry_of_atom_says_what_it_says() {
    var items =
        items(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>动态</title><id>urn:x</id><updated>2026-03-01T00:00:00Z</updated>
            <entry><id>tag:park.example,2026:1</id><title type="text">A &lt; B 型机</title><updated>2026-03-01T20:00:00Z</updated>
            <link href="/n/1"/><summary>摘要</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>全文</p></div></content></entry>
            <entry><id>tag:park.example,2026:2</id><title>纯文本</title><updated>2026-03-01T20:00:00Z</updated>
            <content type="text">一行
            &lt;b&gt;两行</content></entry></feed>
            """);
    assertThat(items).extracting(FeedItem::title).containsExactly("A < B 型机", "纯文本");
    assertThat(items.getFirst().guid()).isEqualTo("tag:park.example,2026:1");
    assertThat(items.getFirst().link()).isEqualTo("https://www.park.example/n/1");
    assertThat(items.getFirst().publishedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(items.getFirst().body()).contains("<p>全文</p>").doesNotContain("摘要");
    assertThat(items.getLast().body()).contains("<p>一行</p>", "&lt;b&gt;两行");
  }

  @ParameterizedTest
  @CsvSource({
    "gb2312, '', GBK",
    "GBK, '', GBK",
    "'', GBK, GBK",
    "'', '', GBK",
    "UTF-8, '', GBK",
    "utf-8, ISO-8859-1, UTF-8",
    "'', '', UTF-8",
    "'', '', UTF-16",
    "GB18030, UTF-8, GB18030"
  })
  void chinese_is_read_whatever_is_said_of_its_encoding(
      String declared, String server, String written) {
    var declaration = declared.isEmpty() ? "" : " encoding=\"" + declared + "\"";
    var text =
        "<?xml version=\"1.0\"%s?><rss version=\"2.0\"><channel><title>园区</title>%s</channel></rss>"
            .formatted(declaration, Site.item("1", "镕基路中试平台开放", "预约从周一开始"));
    var items = items(text.getBytes(Charset.forName(written)), server.isEmpty() ? null : server);
    assertThat(items.items().getFirst().title()).isEqualTo("镕基路中试平台开放");
  }

  @Test
  void a_document_type_is_refused_before_it_does_anything() {
    refused(
        Reason.DOCUMENT_TYPE,
        """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
        <rss version="2.0"><channel><title>&x;</title></channel></rss>
        """);
    refused(
        Reason.DOCUMENT_TYPE,
        """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
        <rss version="2.0"><channel><title>&d;</title></channel></rss>
        """);
    refused(
        Reason.DOCUMENT_TYPE,
        "<!DOCTYPE rss SYSTEM \"http://127.0.0.1/rss.dtd\"><rss version=\"2.0\"><channel/></rss>");
  }

  @Test
  void an_include_is_no_file() {
    var item =
        only(
            """
            <item><guid>1</guid><title>x</title><description><xi:include xmlns:xi="http://www.w3.org/2001/XInclude"
            href="file:///etc/passwd" parse="text"/>y</description></item>
            """);
    assertThat(item.body()).doesNotContain("root:");
  }

  @Test
  void a_web_page_is_told_from_a_feed_and_may_name_its_own() {
    refused(Reason.WEB_PAGE, "<!DOCTYPE html><html><body>首页</body></html>");
    refused(Reason.WEB_PAGE, "\n<!-- x --><HTML><body>&nbsp;<br></body>");
    assertThatThrownBy(() ->
            items(
                """
                <!doctype html><html><head>
                <link rel="alternate" type="application/rss+xml" href="/feed/rss.xml"></head></html>
                """))
        .isInstanceOfSatisfying(
            FeedUnreadable.class,
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.WEB_PAGE_WITH_FEED);
              assertThat(it.detail()).isEqualTo("https://www.park.example/feed/rss.xml");
            });
  }

  @Test
  void what_is_no_feed_is_refused() {
    refused(Reason.NOT_A_FEED, "");
    refused(Reason.NOT_A_FEED, "{\"items\": []}");
    refused(Reason.NOT_A_FEED, "<rss version=\"2.0\"><channel>");
    refused(Reason.NOT_A_FEED, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    refused(Reason.NOT_A_FEED, "<rss version=\"2.0\">" + "<a>".repeat(100_000));
  }

  @Test
  void what_small_sites_get_wrong_is_forgiven() {
    var items =
        items(
            "\n\uFEFF"
                + """
                <?xml version="1.0" encoding="utf-8"?>
                <rss><channel><title>园区&nbsp;动态</title>
                <item><title>一\13号楼&nbsp;启用</title><link>/n/1.html</link><pubDate>2026-03-01 23:30:00</pubDate>
                <description>正文</description></item>
                <item><title>二号楼</title><link>/n/2.html</link><pubDate>2026年3月2日</pubDate></item></channel></rss>
                """);
    assertThat(items).extracting(FeedItem::title).containsExactly("一号楼 启用", "二号楼");
    assertThat(items)
        .extracting(FeedItem::publishedOn)
        .containsExactly(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));
  }

  @Test
  void without_a_guid_the_link_names_the_item_and_without_a_link_its_title() {
    var items =
        items(
            Site.rss(
                "<item><title>甲</title><link>/n/1</link></item>", "<item><title>乙</title></item>"));
    assertThat(items)
        .extracting(FeedItem::guid)
        .containsExactly("https://www.park.example/n/1", ADDRESS + " 乙");
    assertThat(items.getFirst().body()).contains("href=\"https://www.park.example/n/1\"", ">甲</a>");
    assertThat(items.getLast().body()).contains("乙");
  }

  @Test
  void the_same_guid_twice_is_one_item_and_a_guid_of_all_is_none() {
    assertThat(items(Site.rss(Site.item("1", "甲", "x"), Site.item("1", "甲", "x")))).hasSize(1);
    var zero = "<item><guid>0</guid><title>%s</title><link>/n/%s</link></item>";
    assertThat(items(Site.rss(zero.formatted("甲", "1"), zero.formatted("乙", "2"))))
        .extracting(FeedItem::guid)
        .containsExactly("https://www.park.example/n/1", "https://www.park.example/n/2");
  }

  @Test
  void script_is_gone_and_links_are_whole() {
    var item =
        only(
            Site.item(
                "1",
                "&lt;script&gt;alert(1)&lt;/script&gt;关于&lt;b&gt;中试&lt;/b&gt;的通知",
                "<p onclick=\"x()\">见<a href=\"../files/a.pdf\">附件</a><img src=\"/i.png\" onerror=\"x()\">"
                    + "<a href=\"javascript:x()\">点</a></p><script>x()</script><iframe src=\"/\"></iframe>"));
    assertThat(item.title()).isEqualTo("关于中试的通知");
    assertThat(item.body())
        .contains(
            "href=\"https://www.park.example/files/a.pdf\"",
            "src=\"https://www.park.example/i.png\"")
        .doesNotContain("script", "onclick", "onerror", "iframe");
  }

  @Test
  void plain_words_become_paragraphs() {
    assertThat(only(Site.item("1", "甲", "第一段 &amp; 其他\n\n第二段")).body())
        .isEqualTo("<p>第一段 &amp; 其他</p>\n<p>第二段</p>");
  }

  @Test
  void what_has_no_words_or_too_many_is_left_out_and_counted() {
    var found =
        items(
            Site.rss(
                    Site.item("1", "", ""),
                    Site.item("2", "甲", "长".repeat(500_001)),
                    Site.item("3", "", "没有标题的一段话"))
                .getBytes(StandardCharsets.UTF_8),
            null);
    assertThat(found.skipped()).isEqualTo(2);
    assertThat(found.items()).extracting(FeedItem::title).containsExactly("没有标题的一段话");
  }

  @Test
  void a_title_too_long_is_cut_and_a_day_to_come_is_no_date() {
    var item =
        only(
            """
            <item><guid>1</guid><title>%s</title><pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate></item>
            """
                .formatted("题".repeat(300)));
    assertThat(item.title()).hasSize(200).endsWith("…");
    assertThat(item.publishedOn()).isNull();
  }

  @Test
  void what_changed_is_words_or_links_and_never_the_date_alone() {
    var item = only(Site.item("1", "甲", "<p>正文</p>"));
    assertThat(only(Site.item("1", "甲", "<p>正文</p>").replace("02 Mar", "03 Mar")).digest())
        .isEqualTo(item.digest());
    assertThat(only(Site.item("1", "甲", "<p>正文。</p>")).digest()).isNotEqualTo(item.digest());
    assertThat(only(Site.item("1", "甲", "<p><a href=\"/2\">正文</a></p>")).digest())
        .isNotEqualTo(item.digest());
  }

  @Test
  void changes_are_told_by_the_line() {
    var before = new FeedItem("", "甲", "<ul><li>一</li><li>二</li></ul>", null, null);
    var after = new FeedItem("", "甲", "<ul><li>一</li><li>三</li></ul>", null, null);
    var changes = ItemChanges.between(before, after);
    assertThat(changes.fields()).hasSize(1);
    assertThat(changes.fields().getFirst().field()).isEqualTo("body");
    assertThat(changes.fields().getFirst().lines())
        .extracting(it -> it.sign() + it.line())
        .containsExactlyInAnyOrder("-二", "+三");
    assertThat(changes.more()).isZero();
  }
}
