/// How texts become words: folding of letters, Chinese words and bigrams, synonyms, pinyin.
@NullMarked
package jianglian.search.words;

import org.jspecify.annotations.NullMarked;
