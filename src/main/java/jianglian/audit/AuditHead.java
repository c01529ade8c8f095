package jianglian.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The chain's end at one moment, signed. Whoever keeps one can prove later that nothing up to its
/// position was changed. `signedAt` is in whole seconds; key and signature are Base64.
public record AuditHead(
    long position,
    String hash,
    String hashAlgorithm,
    Instant signedAt,
    String signature,
    String signatureAlgorithm,
    String publicKey) {

  /// What is signed: five lines of text, so that any tool can check it.
  public static String message(long position, String hash, String hashAlgorithm, Instant signedAt) {
    return "jianglian-audit-head-1\n%d\n%s\n%s\n%s\n"
        .formatted(position, hashAlgorithm, hash, signedAt.truncatedTo(ChronoUnit.SECONDS));
  }

  public boolean genuine() {
    return Cryptography.signed(
        signatureAlgorithm, publicKey, message(position, hash, hashAlgorithm, signedAt), signature);
  }
}
