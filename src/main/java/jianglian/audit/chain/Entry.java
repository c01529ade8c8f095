package jianglian.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import jianglian.audit.Cryptography;
import org.jspecify.annotations.Nullable;

/// One act as it stands in the record; `detail` and `commitments` as PostgreSQL prints jsonb, which
/// is the same text for the same value.
record Entry(
    long id,
    Instant at,
    String actorKind,
    @Nullable String actorId,
    @Nullable String authority,
    String act,
    String objectKind,
    String objectId,
    @Nullable String parkId,
    String detail,
    @Nullable String commitments) {
  private static final String FORM = "jianglian-audit-entry-1";

  /// The columns [#read] wants, of a table called `e`.
  static final String COLUMNS =
      """
      e.id, e.at, e.actor_kind, e.actor_id::text, e.authority, e.act, e.object_kind, e.object_id,
      e.park_id::text, e.detail::text, e.commitments::text\
      """;

  static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor_kind"),
        row.getString("actor_id"),
        row.getString("authority"),
        row.getString("act"),
        row.getString("object_kind"),
        row.getString("object_id"),
        row.getString("park_id"),
        row.getString("detail"),
        row.getString("commitments"));
  }

  /// The canonical form, digested: these texts in this order (docs/audit.md).
  String digest(String algorithm) {
    return Cryptography.digest(
        algorithm,
        Arrays.asList(
            FORM,
            Long.toString(id),
            Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
            actorKind,
            actorId,
            authority,
            act,
            objectKind,
            objectId,
            parkId,
            detail,
            commitments));
  }
}
