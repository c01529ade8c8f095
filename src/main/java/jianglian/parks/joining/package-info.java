/// How parks come into the alliance and keep their public facts true.
@NullMarked
package jianglian.parks.joining;

import org.jspecify.annotations.NullMarked;
