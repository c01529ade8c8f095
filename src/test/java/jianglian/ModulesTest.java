package jianglian;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
  @Test
  void modules_depend_only_on_what_they_may() {
    ApplicationModules.of(Jianglian.class).verify();
  }
}
