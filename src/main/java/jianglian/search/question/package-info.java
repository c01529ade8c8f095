/// What is asked and how it is answered, whichever engine holds the index: words, weights, marks.
@NullMarked
package jianglian.search.question;

import org.jspecify.annotations.NullMarked;
