@NullMarked
package dev.tollgate.outgoing;

import org.jspecify.annotations.NullMarked;
