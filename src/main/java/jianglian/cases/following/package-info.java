/// Following a case: its page, the lists, the API, and the forms of every act.
@NullMarked
package jianglian.cases.following;

import org.jspecify.annotations.NullMarked;
