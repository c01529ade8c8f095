/// The demo alliance that ships with the product.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "cases",
      "cooperation",
      "matching",
      "liaison",
      "publishing",
      "parks",
      "identity",
      "audit",
      "search",
      "web",
      "database"
    })
package jianglian.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
