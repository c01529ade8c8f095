/// Reads files of edges that a user has, csv or json, into chains.
@NullMarked
@NamedInterface("importing")
package jianglian.chains.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
