package jianglian.commandline;

import java.util.ArrayList;
import java.util.List;
import jianglian.audit.AuditChain.KeptHead;
import jianglian.audit.AuditHead;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Heads as a park keeps them: the API's answer, a list, single ones, one after the other.
final class HeadFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private HeadFile() {}

  static List<KeptHead> read(String text, String keeper) {
    var heads = new ArrayList<KeptHead>();
    try (var documents = JSON.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      while (documents.hasNextValue()) {
        var document = documents.nextValue();
        var list = document.has("items") ? document.get("items") : document;
        if (list.isArray()) list.forEach(it -> heads.add(head(it, keeper)));
        else heads.add(head(list, keeper));
      }
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
    }
    return heads;
  }

  private static KeptHead head(JsonNode node, String keeper) {
    for (var field :
        List.of(
            "position",
            "hash",
            "hashAlgorithm",
            "signedAt",
            "signature",
            "signatureAlgorithm",
            "publicKey")) {
      if (!node.hasNonNull(field)) throw new IllegalArgumentException("no " + field);
    }
    return new KeptHead(keeper, JSON.treeToValue(node, AuditHead.class));
  }
}
