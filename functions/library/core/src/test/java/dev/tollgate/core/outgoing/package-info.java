@NullMarked
package dev.tollgate.core.outgoing;

import org.jspecify.annotations.NullMarked;
