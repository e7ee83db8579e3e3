@NullMarked
package dev.tollgate.core.schedule;

import org.jspecify.annotations.NullMarked;
