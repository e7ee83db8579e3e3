@NullMarked
package dev.tollgate.local.fake;

import org.jspecify.annotations.NullMarked;
