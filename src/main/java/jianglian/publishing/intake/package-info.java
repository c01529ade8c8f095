/// Deliveries of many rows: reading files of every format, taking rows in batches, telling each
/// row's verdict.
@NullMarked
package jianglian.publishing.intake;

import org.jspecify.annotations.NullMarked;
