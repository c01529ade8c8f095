/// One search over everything the reader may see, and what could be meant while typing.
@NullMarked
package jianglian.portal.search;

import org.jspecify.annotations.NullMarked;
