@NullMarked
package dev.tollgate.core.leads;

import org.jspecify.annotations.NullMarked;
