package jianglian.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import jianglian.web.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads a delivered JSON object and says exactly what is wrong with one that cannot be read.
public final class IntakeJson {
  /// The most one object may weigh, in bytes.
  public static final int LARGEST = 2 << 20;

  /// What is read of a body that is too large, so that its sender gets to hear so.
  private static final int PATIENCE = 64 << 20;

  private static final int DEEPEST = 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(100)
                          .maxStringLength(LARGEST)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private IntakeJson() {}

  public static ObjectNode object(InputStream body) throws IOException {
    var bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length <= LARGEST) return object(bytes);
    for (long drained = bytes.length; drained < PATIENCE; ) {
      var skipped = body.skip(1 << 20);
      if (skipped == 0) break;
      drained += skipped;
    }
    throw new TooLarge(LARGEST >> 20);
  }

  public static ObjectNode object(byte[] bytes) {
    return object(utf8(bytes));
  }

  public static ObjectNode object(String text) {
    try {
      var node = JSON.readTree(text);
      if (node instanceof ObjectNode object) return object;
      throw new NotAnObject(kind(node));
    } catch (StreamConstraintsException limit) {
      throw new TooComplex(DEEPEST);
    } catch (JacksonException malformed) {
      var where = malformed.getLocation();
      throw new MalformedJson(
          where == null ? 1 : where.getLineNr(), where == null ? 1 : where.getColumnNr());
    }
  }

  /// The text of bytes that must be UTF-8, without a byte order mark.
  static String utf8(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException wrong) {
      throw new NotUtf8();
    }
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }

  static final class TooLarge extends Refusal {
    TooLarge(int megabytes) {
      super(413, "intake.too-large", megabytes);
    }
  }

  static final class TooComplex extends Refusal {
    TooComplex(int depth) {
      super(400, "intake.too-complex", depth);
    }
  }

  static final class MalformedJson extends Refusal {
    MalformedJson(int line, int column) {
      super(400, "intake.malformed-json", line, column);
    }
  }

  static final class NotAnObject extends Refusal {
    NotAnObject(String kind) {
      super(400, "intake.not-a-json-object", kind);
    }
  }

  static final class NotUtf8 extends Refusal {
    NotUtf8() {
      super(400, "intake.not-utf-8");
    }
  }
}
