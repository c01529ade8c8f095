/// How a listing lives on: paused, renewed, solved, withdrawn, expired.
@NullMarked
package jianglian.cooperation.lifetime;

import org.jspecify.annotations.NullMarked;
