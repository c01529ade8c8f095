package jianglian.commandline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// One start and an orderly end, from which the AOT cache is recorded.
@Component
@ConditionalOnProperty(name = "jianglian.exit", havingValue = "ready")
class ExitWhenReady {
  @EventListener
  @Order
  void exit(ApplicationReadyEvent ready) {
    new Thread(() -> System.exit(SpringApplication.exit(ready.getApplicationContext()))).start();
  }
}
