package jianglian.cooperation.hall;

import jianglian.cooperation.Side;
import jianglian.search.SearchSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One source for each side.
@Configuration(proxyBeanMethods = false)
class ListingSources {
  @Bean
  SearchSource needSource(JdbcClient db) {
    return new ListingSource(Side.NEED, db);
  }

  @Bean
  SearchSource offerSource(JdbcClient db) {
    return new ListingSource(Side.OFFER, db);
  }
}
