package jianglian.publishing.harvest;

import static jianglian.publishing.harvest.FeedUnreadable.Reason.ADDRESS_MALFORMED;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.PORT;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a feed lies, or where it sends its reader on to: http or https, a host, a port that may be
/// used. What the host's name leads to is looked at by [PublicAddresses] when connecting.
record FeedAddress(URI uri) {
  private static final int LONGEST = 1000;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /// Throws [FeedUnreadable] where none may be fetched.
  static FeedAddress of(String text, HarvestLimits limits) {
    return of(parsed(text.strip()), limits);
  }

  FeedAddress redirected(@Nullable String location, HarvestLimits limits) {
    if (location == null) throw new FeedUnreadable(ADDRESS_MALFORMED, "");
    return of(uri.resolve(parsed(location.strip())), limits);
  }

  private static FeedAddress of(URI uri, HarvestLimits limits) {
    var host = uri.getHost();
    var scheme = uri.getScheme();
    if (host == null
        || scheme == null
        || uri.getRawUserInfo() != null
        || uri.toString().length() > LONGEST
        || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
      throw new FeedUnreadable(ADDRESS_MALFORMED, uri.toString());
    }
    if (!limits.ports().contains(port(uri)) && !allowed(host, limits)) {
      throw new FeedUnreadable(PORT, String.valueOf(port(uri)));
    }
    return new FeedAddress(uri);
  }

  static boolean allowed(String host, HarvestLimits limits) {
    return limits.allowedHosts().contains(host.toLowerCase(Locale.ROOT));
  }

  /// Chinese in the path and in the host's name becomes what is sent over the wire.
  private static URI parsed(String text) {
    try {
      var whole = text.replace(" ", "%20");
      var uri = new URI(whole);
      var authority = uri.getRawAuthority();
      if (uri.getHost() != null || authority == null) return new URI(uri.toASCIIString());
      return new URI(new URI(whole.replace(authority, ascii(authority))).toASCIIString());
    } catch (URISyntaxException | IllegalArgumentException malformed) {
      throw new FeedUnreadable(ADDRESS_MALFORMED, text);
    }
  }

  private static String ascii(String authority) {
    int port = authority.lastIndexOf(':');
    if (port < 0) return IDN.toASCII(authority);
    return IDN.toASCII(authority.substring(0, port)) + authority.substring(port);
  }

  private static int port(URI uri) {
    if (uri.getPort() != -1) return uri.getPort();
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
