@NullMarked
package dev.tollgate.core.billing;

import org.jspecify.annotations.NullMarked;
