/**
 * Functions as Lambda runs them: each from its own package, behind its own class loader, with the
 * environment its template block grants and nothing else.
 */
@NullMarked
package dev.tollgate.local.functions;

import org.jspecify.annotations.NullMarked;
