/// The home page: what the alliance is doing at this moment.
@NullMarked
package jianglian.portal.home;

import org.jspecify.annotations.NullMarked;
