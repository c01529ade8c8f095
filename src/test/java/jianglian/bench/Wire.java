package jianglian.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// One connection to a server on this machine, kept alive while the server keeps it: sends prepared
/// bytes and reads an answer only as far as to know that it is whole. It costs little and the same
/// for every page, so that what is measured is the server.
final class Wire implements Closeable {
  private static final byte[] LENGTH = "\r\ncontent-length:".getBytes();
  private static final byte[] CHUNKED = "\r\ntransfer-encoding: chunked".getBytes();
  private static final byte[] CLOSED = "\r\nconnection: close".getBytes();

  private final int port;
  private final byte[] buffer = new byte[1 << 16];
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private int at;
  private int end;

  Wire(int port) {
    this.port = port;
  }

  /// The bytes of the answer's body; an answer other than 200 is an error.
  int ask(byte[] request) throws IOException {
    if (socket == null) connect();
    out.write(request);
    var head = head();
    var status = number(at + 9);
    if (status != 200) throw new IOException("status " + status + " for " + new String(request));
    var length = find(LENGTH, head);
    var chunked = find(CHUNKED, head) >= 0;
    var closed = find(CLOSED, head) >= 0;
    if (length < 0 && !chunked) throw new IOException("an answer of unknown length");
    var announced = length < 0 ? 0 : number(length + LENGTH.length);
    at = head + 4;
    if (chunked) announced = chunks();
    else skip(announced);
    if (closed) close();
    return announced;
  }

  @Override
  public void close() throws IOException {
    if (socket != null) socket.close();
    socket = null;
  }

  private void connect() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
    at = 0;
    end = 0;
  }

  /// Where the empty line after the headers begins.
  private int head() throws IOException {
    if (at == end) at = end = 0;
    for (var look = at; ; look++) {
      while (look + 4 > end) look -= fill();
      if (buffer[look] == '\r' && buffer[look + 1] == '\n' && buffer[look + 2] == '\r') return look;
    }
  }

  private int chunks() throws IOException {
    for (var sum = 0; ; ) {
      var size = 0;
      for (byte letter; (letter = next()) != '\r'; ) {
        size = size * 16 + Character.digit(letter, 16);
      }
      next();
      skip(size + 2);
      if (size == 0) return sum;
      sum += size;
    }
  }

  private byte next() throws IOException {
    if (at == end) {
      at = end = 0;
      fill();
    }
    return buffer[at++];
  }

  private void skip(int bytes) throws IOException {
    for (var left = bytes; left > 0; ) {
      if (at == end) {
        at = end = 0;
        fill();
      }
      var step = Math.min(left, end - at);
      at += step;
      left -= step;
    }
  }

  /// Reads more; answers by how much what was read moved towards the beginning.
  private int fill() throws IOException {
    var moved = 0;
    if (end == buffer.length) {
      moved = at;
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
    }
    var read = in.read(buffer, end, buffer.length - end);
    if (read <= 0) throw new EOFException("the server hung up");
    end += read;
    return moved;
  }

  private int number(int from) {
    var number = 0;
    for (var i = buffer[from] == ' ' ? from + 1 : from; Character.isDigit(buffer[i]); i++) {
      number = number * 10 + buffer[i] - '0';
    }
    return number;
  }

  /// Where the bytes, in lower case, begin in the headers; -1 where they are not.
  private int find(byte[] sought, int head) {
    for (var i = at; i <= head - sought.length + 2; i++) {
      var j = 0;
      while (j < sought.length && lower(buffer[i + j]) == sought[j]) j++;
      if (j == sought.length) return i;
    }
    return -1;
  }

  private static byte lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
  }
}
