@NullMarked
package dev.tollgate.core.lifecycle;

import org.jspecify.annotations.NullMarked;
