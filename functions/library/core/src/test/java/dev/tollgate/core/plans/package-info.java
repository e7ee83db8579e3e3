@NullMarked
package dev.tollgate.core.plans;

import org.jspecify.annotations.NullMarked;
