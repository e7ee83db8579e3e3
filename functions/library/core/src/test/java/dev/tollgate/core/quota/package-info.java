@NullMarked
package dev.tollgate.core.quota;

import org.jspecify.annotations.NullMarked;
