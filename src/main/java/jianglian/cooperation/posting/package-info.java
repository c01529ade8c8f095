/// People post needs and offers by a form, or paste several from a spreadsheet.
@NullMarked
package jianglian.cooperation.posting;

import org.jspecify.annotations.NullMarked;
