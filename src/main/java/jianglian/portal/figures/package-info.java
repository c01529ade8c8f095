/// The alliance in figures, park by park: the lists behind the home page's counts.
@NullMarked
package jianglian.portal.figures;

import org.jspecify.annotations.NullMarked;
