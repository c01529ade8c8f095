package jianglian.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one place for cryptography. Every stored value carries its algorithm's name beside it, so
/// that others (SM3, SM4) can be added.
public final class Cryptography {
  /// The digest in use for everything new.
  public static final String DIGEST = "SHA-256";

  /// The signature in use for everything new (RFC 8032). Keys and signatures are kept in Base64:
  /// private keys as PKCS #8, public ones as X.509.
  public static final String SIGNATURE = "Ed25519";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] ABSENT = "-,".getBytes(StandardCharsets.UTF_8);

  private Cryptography() {}

  /// Lower-case hex of the digest of the UTF-8 bytes.
  public static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String digest(byte[] bytes) {
    return digest(DIGEST, bytes);
  }

  public static String digest(String algorithm, byte[] bytes) {
    return HexFormat.of().formatHex(digester(algorithm).digest(bytes));
  }

  /// The digest of several texts, so written that no two lists share their bytes: each as a
  /// netstring (its length in UTF-8 bytes, a colon, the bytes, a comma), an absent one as `-,`.
  public static String digest(String algorithm, List<? extends @Nullable String> texts) {
    var digest = digester(algorithm);
    for (var text : texts) {
      if (text == null) {
        digest.update(ABSENT);
        continue;
      }
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
      digest.update((byte) ',');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// What may be shown of a value without showing the value, for as long as the salt is secret.
  public static String commitment(String algorithm, String salt, String field, String value) {
    return algorithm + ":" + digest(algorithm, List.of(salt, field, value));
  }

  /// For what is too long to be held at once.
  public static MessageDigest digester(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException unknown) {
      throw new IllegalArgumentException("no such digest here: " + algorithm, unknown);
    }
  }

  /// A secret for a link or a token: 256 random bits in URL-safe letters.
  public static String randomSecret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// A secret for people to read and type, such as `K7QF-2M9X-4TGB`: 60 random bits.
  public static String readableCode() {
    var letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    var code = new StringBuilder();
    for (var i = 0; i < 12; i++) {
      if (i > 0 && i % 4 == 0) code.append('-');
      code.append(letters.charAt(RANDOM.nextInt(letters.length())));
    }
    return code.toString();
  }

  /// A fresh pair for [#SIGNATURE].
  public static KeyPair keyPair() {
    try {
      return KeyPairGenerator.getInstance(SIGNATURE).generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static String sign(String algorithm, String privateKey, String message) {
    try {
      var key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey));
      var signature = Signature.getInstance(algorithm);
      signature.initSign(KeyFactory.getInstance(algorithm).generatePrivate(key));
      signature.update(message.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("the private key does not sign", failure);
    }
  }

  /// False for a wrong signature and for anything that is none.
  public static boolean signed(
      String algorithm, String publicKey, String message, String signature) {
    try {
      var key = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
      var check = Signature.getInstance(algorithm);
      check.initVerify(KeyFactory.getInstance(algorithm).generatePublic(key));
      check.update(message.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }
}
