/// The whole instance in one file, and back.
@NullMarked
package jianglian.commandline.archive;

import org.jspecify.annotations.NullMarked;
