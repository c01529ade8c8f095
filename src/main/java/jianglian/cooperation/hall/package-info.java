/// 对接大厅: what is open for everyone to read, by page and by API.
@NullMarked
package jianglian.cooperation.hall;

import org.jspecify.annotations.NullMarked;
