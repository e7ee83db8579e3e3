@NullMarked
package dev.tollgate.local.stripe;

import org.jspecify.annotations.NullMarked;
