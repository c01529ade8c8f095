package jianglian.publishing.harvest;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// A block of addresses, as in 10.0.0.0/8.
record Network(byte[] start, int bits) {
  /// Everything of IPv4 that is not the public internet (IANA's special-purpose registry), and the
  /// address at which one cloud answers its own machines.
  private static final List<Network> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "168.63.129.16/32",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // of IPv6's public block: tunnels that carry an IPv4 address inside, and examples
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Network::of)
          .toList();

  /// The only block of IPv6 that is given out to the public.
  private static final Network PUBLIC_6 = of("2000::/3");

  private static Network of(String text) {
    int slash = text.indexOf('/');
    return new Network(
        InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
        Integer.parseInt(text.substring(slash + 1)));
  }

  /// IPv4 written as IPv6 has become an IPv4 address by the time it gets here.
  static boolean isPublic(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length == 16 && !PUBLIC_6.holds(bytes)) return false;
    return SPECIAL.stream().noneMatch(it -> it.holds(bytes));
  }

  private boolean holds(byte[] address) {
    if (address.length != start.length) return false;
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) return false;
    }
    return true;
  }
}
