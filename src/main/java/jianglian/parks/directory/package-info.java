/// The parks along the river and each park's public page.
@NullMarked
package jianglian.parks.directory;

import org.jspecify.annotations.NullMarked;
