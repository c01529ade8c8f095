package jianglian.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import jianglian.audit.Cryptography;
import jianglian.audit.Finding;
import jianglian.audit.Finding.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares personal values that are still kept with what was committed to.
record PersonalCheck(JdbcClient db) {

  List<Finding> changed() {
    try (Stream<Value> values =
        db
            .sql(
                """
                select s.entry_id, s.field, s.salt, s.value, e.commitments ->> s.field as commitment, a.position
                from audit_secret s
                  join audit_entry e on e.id = s.entry_id
                  left join audit_seal a on a.entry_id = e.id
                """)
            .withFetchSize(5_000)
            .query((row, _) -> Value.read(row))
            .stream()) {
      return values.filter(it -> !it.kept()).map(Value::finding).toList();
    }
  }

  /// Values committed to and no longer there.
  long erased() {
    return db.sql(
            """
            select count(*) from audit_entry e cross join lateral jsonb_object_keys(e.commitments) as committed (field)
            where e.commitments is not null
              and not exists (select from audit_secret s where s.entry_id = e.id and s.field = committed.field)
            """)
        .query(Long.class)
        .single();
  }

  private record Value(
      long entry,
      @Nullable Long position,
      String field,
      String salt,
      String value,
      @Nullable String commitment) {

    static Value read(ResultSet row) throws SQLException {
      return new Value(
          row.getLong("entry_id"),
          row.getObject("position", Long.class),
          row.getString("field"),
          row.getString("salt"),
          row.getString("value"),
          row.getString("commitment"));
    }

    boolean kept() {
      if (commitment == null || !commitment.contains(":")) return false;
      var algorithm = commitment.substring(0, commitment.indexOf(':'));
      return commitment.equals(Cryptography.commitment(algorithm, salt, field, value));
    }

    Finding finding() {
      var at = position == null ? Finding.OUTSIDE : position;
      return new Finding(Kind.PERSONAL_CHANGED, at, entry, field, null);
    }
  }
}
