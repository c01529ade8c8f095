/// 联盟发布: policies with clauses, notices, news; the park interface for them; subscriptions and
/// feeds.
@NullMarked
@ApplicationModule(allowedDependencies = {"parks", "identity", "audit", "jobs", "search", "web"})
package jianglian.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
