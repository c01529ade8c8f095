package jianglian.publishing.harvest;

import java.net.InetAddress;
import jianglian.jobs.Job;
import jianglian.web.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The timer that reads what is due, and the reader of strangers' addresses it uses.
@Configuration(proxyBeanMethods = false)
class Harvesting {
  @Bean("feed-harvest")
  Job job(FeedReading reading) {
    return new Job("feed-harvest", reading::readDue);
  }

  @Bean
  FeedFetcher fetcher(HarvestLimits limits, PublicAddress here) {
    return new FeedFetcher(
        limits,
        new PublicAddresses(InetAddress::getAllByName, limits),
        "Jianglian-Harvest/1.0 (+" + here.of("/about") + ")");
  }
}
