/** Who may call a route: every route is guarded unless it says otherwise. */
@NullMarked
package dev.tollgate.lambda.guard;

import org.jspecify.annotations.NullMarked;
