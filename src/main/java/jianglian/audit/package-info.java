/// Who acts ([jianglian.audit.Actor]) and the tamper-evident record of every act.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "jobs"})
package jianglian.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
