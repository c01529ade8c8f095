/// The engine on Lucene in this process: an index that follows the change log, and the questions
/// put to it.
@NullMarked
package jianglian.search.lucene;

import org.jspecify.annotations.NullMarked;
