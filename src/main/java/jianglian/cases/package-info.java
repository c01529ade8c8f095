/// Expressions of interest, introduction cases, clocks, results.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "cooperation",
      "publishing",
      "matching",
      "liaison",
      "parks",
      "identity",
      "audit",
      "jobs",
      "search",
      "web"
    })
package jianglian.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
