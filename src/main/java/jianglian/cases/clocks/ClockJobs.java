package jianglian.cases.clocks;

import jianglian.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockJobs {
  @Bean
  Job caseClocks(LateCases cases) {
    return new Job(LateCases.NAME, cases::check);
  }
}
