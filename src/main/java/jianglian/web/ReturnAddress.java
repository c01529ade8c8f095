package jianglian.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A place on this site to go on to; whatever could lead elsewhere becomes the fallback, so that a
/// link to us never ends on a stranger's page.
public record ReturnAddress(String path) {
  private static final int LONGEST = 2000;

  public static ReturnAddress of(@Nullable String wanted, String otherwise) {
    return new ReturnAddress(wanted != null && local(wanted) ? wanted : otherwise);
  }

  private static boolean local(String wanted) {
    if (!wanted.startsWith("/") || wanted.startsWith("//") || wanted.length() > LONGEST)
      return false;
    if (wanted.chars().anyMatch(it -> it <= ' ' || it == '\\' || it == 0x7f)) return false;
    try {
      var uri = URI.create(wanted);
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
