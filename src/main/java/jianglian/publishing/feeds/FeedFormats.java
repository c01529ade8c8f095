package jianglian.publishing.feeds;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jianglian.publishing.reading.ReleaseFeed.Entry;
import jianglian.web.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.
@Component
class FeedFormats {
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Texts texts;
  private final JsonMapper json;

  FeedFormats(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  byte[] write(Feed feed, String format) {
    try {
      return switch (format) {
        case "atom" -> xml(xml -> atom(feed, xml));
        case "rss" -> xml(xml -> rss(feed, xml));
        default -> json.writeValueAsBytes(json(feed));
      };
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private interface Writing {
    void to(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static byte[] xml(Writing writing) throws XMLStreamException {
    var bytes = new ByteArrayOutputStream();
    var xml = XML.createXMLStreamWriter(bytes, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    writing.to(xml);
    xml.writeEndDocument();
    xml.flush();
    return bytes.toByteArray();
  }

  private String title() {
    return texts.zh("platform.name") + " " + texts.zh("releases.title");
  }

  private void atom(Feed feed, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", "zh-CN");
    element(xml, "id", feed.self());
    element(xml, "title", title());
    element(xml, "updated", feed.updated().toString());
    link(xml, "self", feed.self());
    link(xml, "alternate", feed.page());
    for (var entry : feed.entries()) {
      xml.writeStartElement("entry");
      element(xml, "id", feed.address(entry));
      element(xml, "title", entry.title());
      element(xml, "updated", entry.at().toString());
      link(xml, "alternate", feed.address(entry));
      xml.writeStartElement("author");
      element(xml, "name", author(entry));
      xml.writeEndElement();
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", entry.kind());
      xml.writeAttribute("label", texts.zh("release.kind." + entry.kind()));
      element(xml, "summary", entry.lead());
      xml.writeStartElement("content");
      xml.writeAttribute("type", "html");
      xml.writeCharacters(writable(entry.html()));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void rss(Feed feed, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("rss");
    xml.writeAttribute("version", "2.0");
    xml.writeStartElement("channel");
    element(xml, "title", title());
    element(xml, "link", feed.page());
    element(xml, "description", texts.zh("releases.description"));
    element(xml, "language", "zh-cn");
    element(xml, "lastBuildDate", day(feed.updated()));
    for (var entry : feed.entries()) {
      xml.writeStartElement("item");
      element(xml, "title", entry.title());
      element(xml, "link", feed.address(entry));
      element(xml, "guid", feed.address(entry));
      element(xml, "pubDate", day(entry.at()));
      element(xml, "category", texts.zh("release.kind." + entry.kind()));
      element(xml, "description", entry.html());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String day(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  private Map<String, Object> json(Feed feed) {
    var items = feed.entries().stream().map(it -> item(feed, it)).toList();
    var document = new LinkedHashMap<String, Object>();
    document.put("version", "https://jsonfeed.org/version/1.1");
    document.put("title", title());
    document.put("home_page_url", feed.page());
    document.put("feed_url", feed.self());
    document.put("language", "zh-CN");
    document.put("items", items);
    return document;
  }

  private Map<String, Object> item(Feed feed, Entry entry) {
    var item = new LinkedHashMap<String, Object>();
    item.put("id", feed.address(entry));
    item.put("url", feed.address(entry));
    item.put("title", entry.title());
    item.put("summary", entry.lead());
    item.put("content_html", entry.html());
    item.put("date_published", entry.at().toString());
    item.put("authors", List.of(Map.of("name", author(entry))));
    item.put("tags", List.of(entry.kind()));
    return item;
  }

  private String author(Entry entry) {
    return entry.author() == null ? texts.zh("releases.secretariat") : entry.author();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(writable(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }

  /// XML 1.0 has no place for most control characters.
  private static String writable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "");
  }
}
