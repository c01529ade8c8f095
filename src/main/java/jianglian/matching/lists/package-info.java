/// Both sides' best counterparts as rows, kept up to date when either side changes.
@NullMarked
package jianglian.matching.lists;

import org.jspecify.annotations.NullMarked;
