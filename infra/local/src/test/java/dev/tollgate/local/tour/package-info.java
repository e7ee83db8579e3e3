@NullMarked
package dev.tollgate.local.tour;

import org.jspecify.annotations.NullMarked;
