/// Maps that bring vectors of texts that belong together closer, and the command that learns them.
@NamedInterface("adaptation")
@NullMarked
package jianglian.search.adaptation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
