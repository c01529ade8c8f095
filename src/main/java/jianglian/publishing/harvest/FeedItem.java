package jianglian.publishing.harvest;

import java.time.LocalDate;
import java.util.Arrays;
import jianglian.audit.Cryptography;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.release.BodyFormat;
import jianglian.publishing.release.ReleaseCommand;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a site says about one thing. `guid` names it for good; `body` is HTML that may be shown,
/// its links whole.
record FeedItem(
    String guid,
    String title,
    String body,
    @Nullable String link,
    @Nullable LocalDate publishedOn) {

  /// What decides whether it has changed. Not the date: many sites write that of the reading.
  String digest() {
    return Cryptography.digest(Cryptography.DIGEST, Arrays.asList(title, body, link));
  }

  /// The same item of the same site has the same id in every delivery.
  String externalId() {
    return externalId(guid);
  }

  static String externalId(String guid) {
    return "feed-" + Cryptography.digest(guid).substring(0, 32);
  }

  /// As a delivery; without a kind where it is known already.
  ReleaseCommand command(@Nullable ReleaseKind kind) {
    var object = JsonNodeFactory.instance.objectNode();
    if (kind != null) object.put("kind", kind.code());
    object.put("title", title).put("body", body).put("bodyFormat", BodyFormat.HTML.code());
    if (link != null) object.put("sourceUrl", link);
    if (publishedOn != null) object.put("publishedOn", publishedOn.toString());
    return ReleaseCommand.read(externalId(), object);
  }
}
