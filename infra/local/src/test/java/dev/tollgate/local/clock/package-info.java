@NullMarked
package dev.tollgate.local.clock;

import org.jspecify.annotations.NullMarked;
