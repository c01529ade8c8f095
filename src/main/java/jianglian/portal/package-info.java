/// Pages that gather from every module: home, search over all kinds, the workspace.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "notifications",
      "cases",
      "liaison",
      "matching",
      "cooperation",
      "publishing",
      "parks",
      "identity",
      "audit",
      "jobs",
      "search",
      "web"
    })
package jianglian.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
