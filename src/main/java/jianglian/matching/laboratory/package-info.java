/// The laboratory: fits the model's weights from labels and measures how well the matcher does,
/// with the very code that serves the pages.
@NullMarked
@NamedInterface("laboratory")
package jianglian.matching.laboratory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
