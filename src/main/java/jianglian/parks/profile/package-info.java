/// What an organisation shows of itself, and who may change it.
@NullMarked
package jianglian.parks.profile;

import org.jspecify.annotations.NullMarked;
