/// One list of everything that runs by the clock, safe on several nodes.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jianglian.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
