/// Public pages, kept in memory for a moment so that many visitors cost little.
@NullMarked
package jianglian.web.cache;

import org.jspecify.annotations.NullMarked;
