/// Who fits whom and why; learns from feedback.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "cooperation",
      "chains",
      "publishing",
      "parks",
      "identity",
      "audit",
      "jobs",
      "search",
      "web"
    })
package jianglian.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
