/// The river picture: the course of the Yangtze with the parks where they lie, drawn schematically.
@NullMarked
package jianglian.portal.river;

import org.jspecify.annotations.NullMarked;
