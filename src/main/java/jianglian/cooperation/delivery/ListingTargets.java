package jianglian.cooperation.delivery;

import jianglian.cooperation.Side;
import jianglian.publishing.IntakeTarget;
import jianglian.web.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// One target for each side.
@Configuration(proxyBeanMethods = false)
class ListingTargets {
  @Bean
  IntakeTarget<ListingTarget.Row> needTarget(
      Delivering delivering, ApplicationEventPublisher events, Texts texts) {
    return new ListingTarget(Side.NEED, delivering, events, texts);
  }

  @Bean
  IntakeTarget<ListingTarget.Row> offerTarget(
      Delivering delivering, ApplicationEventPublisher events, Texts texts) {
    return new ListingTarget(Side.OFFER, delivering, events, texts);
  }
}
