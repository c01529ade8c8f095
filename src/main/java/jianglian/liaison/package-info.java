/// Liaison officers and substitutes, absence, work lists (daily work).
@NullMarked
@ApplicationModule(allowedDependencies = {"parks", "identity", "audit", "jobs", "search", "web"})
package jianglian.liaison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
