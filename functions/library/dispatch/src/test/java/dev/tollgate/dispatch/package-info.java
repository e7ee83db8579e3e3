@NullMarked
package dev.tollgate.dispatch;

import org.jspecify.annotations.NullMarked;
