/// Layout, text look-up, errors, paging; knows no business module.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit"})
package jianglian.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
