@NullMarked
package dev.tollgate.local.desk;

import org.jspecify.annotations.NullMarked;
