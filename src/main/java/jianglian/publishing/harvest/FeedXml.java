package jianglian.publishing.harvest;

import static jianglian.publishing.harvest.FeedUnreadable.Reason.DOCUMENT_TYPE;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.NOT_A_FEED;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.WEB_PAGE;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.WEB_PAGE_WITH_FEED;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// RSS and Atom from strangers: no document type, so no entity of anybody's making and nothing
/// fetched from elsewhere; no deep nests.
final class FeedXml {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String DEEPEST = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
  private static final Pattern WEB_PAGE_START =
      Pattern.compile(
          "^\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE\\b");
  private static final Set<String> DATES =
      Set.of("pubdate", "date", "updated", "published", "modified", "issued");

  /// Dates as Chinese sites write them, which no standard of feeds knows: 2026-03-01 09:30:00.
  private static final Pattern LOCAL_DATE =
      Pattern.compile(
          "(\\d{4})[-/年.](\\d{1,2})[-/月.](\\d{1,2})日?(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");

  private FeedXml() {}

  static SyndFeed read(String text, String address) {
    if (WEB_PAGE_START.matcher(text.substring(0, Math.min(text.length(), 4000))).find()) {
      throw webPage(text, address);
    }
    try {
      var document =
          builder()
              .build(
                  new XmlFixerReader(
                      new StringReader(text.substring(Math.max(0, text.indexOf('<'))))));
      tidy(document.getRootElement());
      return new SyndFeedInput().build(document);
    } catch (JDOMException | IOException | FeedException | IllegalArgumentException unreadable) {
      throw DOCTYPE.matcher(text).find()
          ? new FeedUnreadable(DOCUMENT_TYPE, "")
          : new FeedUnreadable(NOT_A_FEED, "");
    }
  }

  private static SAXBuilder builder() {
    return new SAXBuilder(
        new XMLReaderJDOMFactory() {
          @Override
          public XMLReader createXMLReader() throws JDOMException {
            return reader();
          }

          @Override
          public boolean isValidating() {
            return false;
          }
        });
  }

  private static XMLReader reader() throws JDOMException {
    try {
      var factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      var parser = factory.newSAXParser();
      parser.setProperty(DEEPEST, "100");
      return parser.getXMLReader();
    } catch (ParserConfigurationException | SAXException impossible) {
      throw new JDOMException("no safe reader of XML", impossible);
    }
  }

  /// Puts right what feeds of small sites get wrong and readers forgive.
  private static void tidy(Element root) {
    if (root.getName().equals("rss") && root.getAttributeValue("version") == null) {
      root.setAttribute("version", "2.0");
    }
    var all = new ArrayList<Element>();
    root.getDescendants(Filters.element()).forEach(all::add);
    all.forEach(FeedXml::date);
  }

  private static void date(Element element) {
    if (!DATES.contains(element.getName().toLowerCase(Locale.ROOT))) return;
    var date = LOCAL_DATE.matcher(element.getTextTrim());
    if (!date.matches()) return;
    element.setText(
        "%s-%s-%sT%s:%s:%s+08:00"
            .formatted(
                date.group(1),
                two(date.group(2)),
                two(date.group(3)),
                two(date.group(4)),
                two(date.group(5)),
                two(date.group(6))));
  }

  private static String two(@Nullable String digits) {
    return digits == null ? "00" : digits.length() == 1 ? "0" + digits : digits;
  }

  /// A page may name its feed; then its park learns where that lies.
  private static FeedUnreadable webPage(String text, String address) {
    var feed =
        Jsoup.parse(text, address)
            .select("link[rel~=(?i)alternate][type~=(?i)application/(rss|atom)\\+xml]")
            .stream()
            .map(it -> it.absUrl("href"))
            .filter(it -> !it.isEmpty())
            .findFirst();
    return feed.map(it -> new FeedUnreadable(WEB_PAGE_WITH_FEED, it))
        .orElseGet(() -> new FeedUnreadable(WEB_PAGE, ""));
  }
}
