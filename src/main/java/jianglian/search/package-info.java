/// The engine port: index, query, vectors, suggestions; Lucene behind it.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "database", "jobs"})
package jianglian.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
