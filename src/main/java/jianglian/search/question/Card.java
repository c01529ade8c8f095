package jianglian.search.question;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.search.SearchEntry;

/// What a list of hits shows of an entry, kept as one value beside it so that hundreds are read
/// without touching their texts.
public record Card(
    String title,
    List<String> keywords,
    Map<String, Set<String>> facets,
    Map<String, Long> numbers) {
  public static Card of(SearchEntry entry) {
    return new Card(entry.title(), entry.keywords(), entry.facets(), entry.numbers());
  }

  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      write(out, title);
      out.writeInt(keywords.size());
      for (var keyword : keywords) write(out, keyword);
      out.writeInt(facets.size());
      for (var facet : facets.entrySet()) {
        write(out, facet.getKey());
        out.writeInt(facet.getValue().size());
        for (var value : facet.getValue()) write(out, value);
      }
      out.writeInt(numbers.size());
      for (var number : numbers.entrySet()) {
        write(out, number.getKey());
        out.writeLong(number.getValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  public static Card of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  public static Card of(byte[] bytes, int offset, int length) {
    var in = new Reading(ByteBuffer.wrap(bytes, offset, length));
    var title = in.text();
    var keywords = new ArrayList<String>();
    for (var left = in.number(); left > 0; left--) keywords.add(in.text());
    var facets = new LinkedHashMap<String, Set<String>>();
    for (var left = in.number(); left > 0; left--) facets.put(in.text(), in.texts());
    var numbers = new LinkedHashMap<String, Long>();
    for (var left = in.number(); left > 0; left--) numbers.put(in.text(), in.bytes.getLong());
    return new Card(title, keywords, facets, numbers);
  }

  /// Hundreds of cards are read for one list of matches.
  private record Reading(ByteBuffer bytes) {
    int number() {
      return bytes.getInt();
    }

    String text() {
      var length = bytes.getInt();
      var from = bytes.arrayOffset() + bytes.position();
      bytes.position(bytes.position() + length);
      return new String(bytes.array(), from, length, StandardCharsets.UTF_8);
    }

    Set<String> texts() {
      var size = bytes.getInt();
      if (size == 0) return Set.of();
      if (size == 1) return Set.of(text());
      var texts = new LinkedHashSet<String>();
      for (var left = size; left > 0; left--) texts.add(text());
      return texts;
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    var letters = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(letters.length);
    out.write(letters);
  }
}
