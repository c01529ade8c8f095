package jianglian.notifications.mail;

import jianglian.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailJobs {
  @Bean
  Job mailRound(MailRound round) {
    return new Job(MailRound.NAME, round::run);
  }

  @Bean
  Job mailDelivery(MailDelivery delivery) {
    return new Job(MailDelivery.NAME, delivery::run);
  }
}
