package jianglian.publishing.harvest;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How often feeds are read, how long and how large an answer may be, where one may lie. `silence`
/// is the longest pause within an answer, `deadline` the end of all of it, redirects included. Of a
/// feed the first `items` are read, and at most `waiting` of its proposals wait at a time. Hosts in
/// `allowedHosts` are not held to public addresses and to `ports`.
@ConfigurationProperties("jianglian.harvest")
record HarvestLimits(
    @DefaultValue("60m") Duration interval,
    @DefaultValue("24h") Duration longestInterval,
    @DefaultValue("5s") Duration connect,
    @DefaultValue("10s") Duration silence,
    @DefaultValue("30s") Duration deadline,
    @DefaultValue("5MB") DataSize size,
    @DefaultValue("500") int items,
    @DefaultValue("500") int waiting,
    @DefaultValue({"80", "443"}) Set<Integer> ports,
    @DefaultValue Set<String> allowedHosts) {
  private static final int DOUBLINGS = 10;

  /// A feed that keeps failing is read less and less often.
  Duration pause(int failures) {
    var pause = interval.multipliedBy(1L << Math.min(failures, DOUBLINGS));
    return pause.compareTo(longestInterval) < 0 || failures == 0 ? pause : longestInterval;
  }
}
