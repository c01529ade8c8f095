/// Sign-in, accounts, roles, API clients of parks, what an actor may see.
@NullMarked
@ApplicationModule(allowedDependencies = {"parks", "audit", "jobs", "search", "database", "web"})
package jianglian.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
