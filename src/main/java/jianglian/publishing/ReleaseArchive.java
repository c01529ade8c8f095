package jianglian.publishing;

import java.time.Instant;
import java.util.List;
import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Brings in what was published before this platform: with its own dates, and without telling
/// everyone as if it were news.
public interface ReleaseArchive {

  /// `content` as the API takes it; `published` false leaves it to the alliance's check.
  record Past(String externalId, ObjectNode content, Instant at, boolean published) {}

  /// Enters releases of a park, or of the secretariat where `park` is null, and answers their ids
  /// in the same order. Nothing is entered when one of them has a fault.
  List<Long> bring(@Nullable Long park, Actor actor, List<Past> releases);
}
