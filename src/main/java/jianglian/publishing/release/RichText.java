package jianglian.publishing.release;

import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/// Makes the HTML that is shown from what parks send. Whatever comes in, only the elements and
/// attributes listed here come out.
public final class RichText {
  private static final List<org.commonmark.Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser MARKDOWN =
      Parser.builder().extensions(TABLES).includeSourceSpans(IncludeSourceSpans.NONE).build();

  /// Official texts break lines where they mean it.
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(TABLES).softbreak("<br>\n").build();

  private static final PolicyFactory ALLOWED =
      new HtmlPolicyBuilder()
          .allowElements("p", "div", "br", "hr", "blockquote", "pre", "code", "sub", "sup")
          .allowElements("strong", "b", "em", "i", "u", "s", "del", "ins", "small")
          .allowElements("ul", "ol", "li", "dl", "dt", "dd")
          .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
          .allowAttributes("colspan", "rowspan")
          .onElements("th", "td")
          .allowAttributes("start")
          .onElements("ol")
          .allowElements((name, _) -> name.equals("h1") ? "h2" : name, "h1")
          .allowElements("h2", "h3", "h4", "h5", "h6")
          .allowElements("a", "img")
          .allowUrlProtocols("http", "https", "mailto")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("src", "alt")
          .onElements("img")
          .requireRelsOnLinks("nofollow", "noopener")
          .toFactory();

  private RichText() {}

  static String html(String source, BodyFormat format) {
    return switch (format) {
      case MARKDOWN -> ALLOWED.sanitize(RENDERER.render(MARKDOWN.parse(source)));
      case HTML -> ALLOWED.sanitize(source);
      case TEXT -> paragraphs(source);
    };
  }

  /// Each line that says something is a paragraph.
  private static String paragraphs(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> "<p>" + HtmlUtils.htmlEscape(line, "UTF-8") + "</p>")
        .collect(Collectors.joining("\n"));
  }

  /// The words of sanitised HTML.
  public static String text(String html) {
    return Jsoup.parseBodyFragment(html).text();
  }

  /// The first words of sanitised HTML, at most `length` characters, as a summary.
  static String lead(String html, int length) {
    var words = new StringBuilder(2 * length);
    boolean tag = false;
    for (int i = 0; i < html.length() && words.length() < 2 * length; i++) {
      char c = html.charAt(i);
      if (c == '<') {
        tag = true;
        words.append(' ');
      } else if (c == '>' && tag) {
        tag = false;
      } else if (!tag) {
        words.append(c);
      }
    }
    var text = HtmlUtils.htmlUnescape(words.toString()).replaceAll("\\s+", " ").strip();
    if (text.codePointCount(0, text.length()) <= length) return text;
    return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
