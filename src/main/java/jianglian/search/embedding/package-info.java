/// Texts as vectors: the model, its lanes, and the vectors stored beside the rows.
@NullMarked
package jianglian.search.embedding;

import org.jspecify.annotations.NullMarked;
