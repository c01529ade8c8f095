/// Reads the feeds of parks' own sites by the clock and proposes what is new or changed there; what
/// its park approves goes the way of every delivery.
@NullMarked
package jianglian.publishing.harvest;

import org.jspecify.annotations.NullMarked;
