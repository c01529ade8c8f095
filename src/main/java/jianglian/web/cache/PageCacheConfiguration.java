package jianglian.web.cache;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class PageCacheConfiguration {
  private static final int BEFORE_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<PageCache> pageCache(
      @Value("${jianglian.page-cache.life}") Duration life,
      @Value("${jianglian.page-cache.size}") DataSize size) {
    var registration = new FilterRegistrationBean<>(new PageCache(life, size.toBytes()));
    registration.setOrder(BEFORE_SESSIONS);
    return registration;
  }
}
