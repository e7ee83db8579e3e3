@NullMarked
package dev.tollgate.core.killswitch;

import org.jspecify.annotations.NullMarked;
