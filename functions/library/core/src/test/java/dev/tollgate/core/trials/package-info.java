@NullMarked
package dev.tollgate.core.trials;

import org.jspecify.annotations.NullMarked;
