@NullMarked
package dev.tollgate.local.streams;

import org.jspecify.annotations.NullMarked;
