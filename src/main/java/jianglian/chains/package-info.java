/// Industry chains as they were brought in: nodes, who stands upstream of whom, neighbours.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "parks"})
package jianglian.chains;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
