/// Shared governance of the alliance's settings: one founding park proposes, another confirms.
@NullMarked
package jianglian.identity.settings;

import org.jspecify.annotations.NullMarked;
