/// What the auditor reads and verifies, and the heads of the chain that every park is handed.
@NullMarked
@ApplicationModule(allowedDependencies = {"parks", "identity", "audit", "jobs", "web"})
package jianglian.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
