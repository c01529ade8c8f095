package jianglian.parks;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The address of someone's own site; only http and https, so that it may be a link.
public record Website(String address) {
  private static final int LONGEST = 200;

  /// Empty when what was typed is no such address; people often leave out `https://`.
  public static Optional<Website> of(String typed) {
    var text = typed.strip();
    var address = text.contains("://") ? text : "https://" + text;
    if (address.length() > LONGEST) return Optional.empty();
    try {
      var uri = URI.create(address);
      return web(uri.getScheme()) && host(uri.getHost())
          ? Optional.of(new Website(address))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static boolean web(@Nullable String scheme) {
    return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
  }

  private static boolean host(@Nullable String host) {
    return host != null && host.indexOf('.') > 0;
  }
}
