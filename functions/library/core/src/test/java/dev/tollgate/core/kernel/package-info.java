@NullMarked
package dev.tollgate.core.kernel;

import org.jspecify.annotations.NullMarked;
