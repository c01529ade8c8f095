/// What the alliance and its platform are.
@NullMarked
package jianglian.portal.about;

import org.jspecify.annotations.NullMarked;
