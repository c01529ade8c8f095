package jianglian.commandline.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Passes on what is written and computes its digest.
final class Digesting extends OutputStream {
  private final OutputStream out;
  private final MessageDigest digest;

  Digesting(OutputStream out, MessageDigest digest) {
    this.out = out;
    this.digest = digest;
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    digest.update((byte) one);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    digest.update(bytes, from, length);
  }

  String digest() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
