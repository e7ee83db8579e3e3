@NullMarked
package dev.tollgate.local.schedules;

import org.jspecify.annotations.NullMarked;
