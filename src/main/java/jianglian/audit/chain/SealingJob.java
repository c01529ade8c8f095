package jianglian.audit.chain;

import jianglian.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealingJob {
  @Bean
  Job sealing(SealedChain chain) {
    return new Job("audit.sealed", chain::advance);
  }

  @Bean
  Job checking(Checks checks) {
    return new Job("audit.checked", checks::nightly);
  }
}
