package jianglian.publishing.harvest;

import static jianglian.publishing.harvest.FeedUnreadable.Reason.ADDRESS_PRIVATE;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves a name once, refuses it when any of its addresses is not a public one, and hands the
/// very addresses it has checked on to be connected to: an answer of the name server that changes
/// between check and connection has nothing to change.
final class PublicAddresses implements DnsResolver {
  /// Asks the name server; a literal address is its own answer.
  interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private final Names names;
  private final HarvestLimits limits;

  PublicAddresses(Names names, HarvestLimits limits) {
    this.names = names;
    this.limits = limits;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = names.of(host);
    if (FeedAddress.allowed(host, limits)) return addresses;
    for (var address : addresses) {
      if (!Network.isPublic(address)) throw new FeedUnreadable(ADDRESS_PRIVATE, host);
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
