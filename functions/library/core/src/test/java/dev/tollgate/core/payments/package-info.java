@NullMarked
package dev.tollgate.core.payments;

import org.jspecify.annotations.NullMarked;
