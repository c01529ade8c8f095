package jianglian.publishing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jianglian.web.Refusal;
import org.springframework.util.unit.DataSize;

/// A delivery on disk while it is being taken, gone afterwards.
record Spool(Path file) implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  static Spool of(InputStream in, DataSize largest) throws IOException {
    var spool = new Spool(Files.createTempFile("jianglian-intake-", ".rows"));
    try (var out = Files.newOutputStream(spool.file)) {
      var chunk = new byte[CHUNK];
      long size = 0;
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        size += read;
        if (size > largest.toBytes()) throw new DeliveryTooLarge(largest.toMegabytes());
        out.write(chunk, 0, read);
      }
      return spool;
    } catch (IOException | RuntimeException failure) {
      spool.close();
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  static final class DeliveryTooLarge extends Refusal {
    DeliveryTooLarge(long megabytes) {
      super(413, "intake.delivery-too-large", megabytes);
    }
  }
}
