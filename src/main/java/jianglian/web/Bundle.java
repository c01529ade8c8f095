package jianglian.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import jianglian.audit.Cryptography;

/// Many files joined to one that browsers may keep for ever: its name holds the content's digest.
record Bundle(String name, String type, byte[] plain, byte[] gzip) {

  static Bundle of(String stem, String extension, String type, String content) {
    var plain = content.getBytes(StandardCharsets.UTF_8);
    var digest = Cryptography.digest(plain).substring(0, 12);
    return new Bundle(stem + "-" + digest + "." + extension, type, plain, zip(plain));
  }

  String address() {
    return "/assets/" + name;
  }

  private static byte[] zip(byte[] plain) {
    var bytes = new ByteArrayOutputStream(plain.length / 3);
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
