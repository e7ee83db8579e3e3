@NullMarked
package dev.tollgate.local.functions;

import org.jspecify.annotations.NullMarked;
