package jianglian.publishing.harvest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The characters of a feed. A mark at its start is believed; else the first of these in which
/// every byte makes sense: what the document says of itself, what its server says, UTF-8, GB 18030.
final class FeedText {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Set<String> SUBSETS_OF_GB18030 = Set.of("gb2312", "gbk", "x-gbk", "cp936");
  private static final int DECLARATION = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  /// What may not stand in XML 1.0.
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private FeedText() {}

  static String of(byte[] bytes, @Nullable String fromServer) {
    var text = decoded(bytes, fromServer);
    return FORBIDDEN.matcher(text.startsWith("\uFEFF") ? text.substring(1) : text).replaceAll("");
  }

  private static String decoded(byte[] bytes, @Nullable String fromServer) {
    for (var charset : candidates(bytes, fromServer)) {
      try {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException notThis) {
        // the next one
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<Charset> candidates(byte[] bytes, @Nullable String fromServer) {
    var candidates = new ArrayList<Charset>();
    marked(bytes).ifPresent(candidates::add);
    named(declared(bytes)).ifPresent(candidates::add);
    named(fromServer).ifPresent(candidates::add);
    candidates.add(StandardCharsets.UTF_8);
    candidates.add(GB18030);
    return candidates;
  }

  /// By a byte order mark, or by the zero beside the first `<` of UTF-16.
  private static Optional<Charset> marked(byte[] bytes) {
    if (bytes.length < 2) return Optional.empty();
    return switch ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) {
      case 0xfeff, 0x003c -> Optional.of(StandardCharsets.UTF_16BE);
      case 0xfffe, 0x3c00 -> Optional.of(StandardCharsets.UTF_16LE);
      case 0xefbb -> Optional.of(StandardCharsets.UTF_8);
      default -> Optional.empty();
    };
  }

  private static @Nullable String declared(byte[] bytes) {
    var start =
        new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
    var declared = DECLARED.matcher(start);
    return declared.find() ? declared.group(1) : null;
  }

  private static Optional<Charset> named(@Nullable String name) {
    if (name == null) return Optional.empty();
    if (SUBSETS_OF_GB18030.contains(name.toLowerCase(Locale.ROOT))) return Optional.of(GB18030);
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
