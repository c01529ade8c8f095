package jianglian.search.changes;

import jianglian.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Pruning {
  @Bean
  Job searchPruning(ChangeLog log) {
    return new Job("search.prune", log::prune);
  }
}
