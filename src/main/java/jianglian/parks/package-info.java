/// Member parks, their enterprises, institutes, investors and people; admission of firms.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "jobs", "search", "web"})
package jianglian.parks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
