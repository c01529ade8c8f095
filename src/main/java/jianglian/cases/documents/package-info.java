/// Papers on a case: what may be uploaded, how it is kept and handed out.
@NullMarked
package jianglian.cases.documents;

import org.jspecify.annotations.NullMarked;
