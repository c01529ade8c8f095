package jianglian.search.question;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
      var title = read(in);
      var keywords = new ArrayList<String>();
      for (var left = in.readInt(); left > 0; left--) keywords.add(read(in));
      var facets = new LinkedHashMap<String, Set<String>>();
      for (var left = in.readInt(); left > 0; left--) {
        var values = facets.computeIfAbsent(read(in), _ -> new LinkedHashSet<>());
        for (var more = in.readInt(); more > 0; more--) values.add(read(in));
      }
      var numbers = new LinkedHashMap<String, Long>();
      for (var left = in.readInt(); left > 0; left--) numbers.put(read(in), in.readLong());
      return new Card(title, keywords, facets, numbers);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    var letters = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(letters.length);
    out.write(letters);
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
