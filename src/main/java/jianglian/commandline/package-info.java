/// The commands of bin/jianglian other than serve.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "cooperation",
      "chains",
      "chains::importing",
      "matching",
      "matching::laboratory",
      "publishing",
      "parks",
      "identity",
      "audit",
      "search",
      "search::adaptation",
      "web",
      "database",
      "demo"
    })
package jianglian.commandline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
