/// The start page of a park's interface, and for which park a person acts there.
@NullMarked
package jianglian.publishing.parkinterface;

import org.jspecify.annotations.NullMarked;
