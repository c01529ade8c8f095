package jianglian.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// One running product to a home, whichever database it uses.
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {
  @Bean
  FolderLock homeLock(Home home) {
    return FolderLock.take(home.home().toAbsolutePath());
  }
}
