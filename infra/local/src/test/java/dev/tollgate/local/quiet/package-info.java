@NullMarked
package dev.tollgate.local.quiet;

import org.jspecify.annotations.NullMarked;
