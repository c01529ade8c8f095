package jianglian.cooperation.lifetime;

import jianglian.audit.Actor;
import jianglian.cooperation.Side;
import jianglian.jobs.Job;
import jianglian.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class LifetimeController {
  private final Lifetime lifetime;

  LifetimeController(Lifetime lifetime) {
    this.lifetime = lifetime;
  }

  @PostMapping("/{sides:needs|offers}/{id:\\d+}/{act:pause|resumption|renewal|solution|withdrawal}")
  String act(
      @PathVariable String sides,
      @PathVariable long id,
      @PathVariable String act,
      Actor.Person person) {
    var side = sides.equals("needs") ? Side.NEED : Side.OFFER;
    var found = ListingAct.find(act).orElseThrow(NotFound::new);
    return "redirect:" + lifetime.act(side, id, found, person).address();
  }

  @Configuration(proxyBeanMethods = false)
  static class Expiry {
    @Bean
    Job listingExpiry(Lifetime lifetime) {
      return new Job("listing-expiry", lifetime::expireAll);
    }
  }
}
