/// The change log as whoever keeps an index follows it: what is new, the rows, the cursor.
@NullMarked
package jianglian.search.changes;

import org.jspecify.annotations.NullMarked;
