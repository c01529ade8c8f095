/// Needs and offers (an investor's thesis is an offer of type capital), checks, expiry.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"parks", "identity", "audit", "jobs", "search", "web", "publishing"})
package jianglian.cooperation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
