package jianglian.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jianglian.audit.Cryptography;

/// One position of the chain: the digest of an act, bound by `hash` to everything before it.
record Link(long position, long entryId, String entryDigest, String hash, String algorithm) {
  private static final String FORM = "jianglian-audit-link-1";

  /// What the first link follows.
  static final Link ORIGIN = new Link(0, 0, "", "0".repeat(64), Cryptography.DIGEST);

  static Link read(ResultSet row) throws SQLException {
    return new Link(
        row.getLong("position"),
        row.getLong("entry_id"),
        row.getString("entry_digest"),
        row.getString("hash"),
        row.getString("algorithm"));
  }

  Link next(long entry, String digest) {
    var hash = follow(Cryptography.DIGEST, this.hash, position + 1, digest);
    return new Link(position + 1, entry, digest, hash, Cryptography.DIGEST);
  }

  /// The hash of the link at `position` over an act's digest, after the hash before it.
  static String follow(String algorithm, String previous, long position, String entryDigest) {
    var texts = List.of(FORM, Long.toString(position), previous, entryDigest);
    return Cryptography.digest(algorithm, texts);
  }
}
