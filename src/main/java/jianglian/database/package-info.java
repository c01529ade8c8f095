/// The PostgreSQL that runs with the product when no other is named.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jianglian.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
