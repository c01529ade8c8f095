/// Inbox and mail; hears every module, known by none.
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
      "jobs",
      "search",
      "web"
    })
package jianglian.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
