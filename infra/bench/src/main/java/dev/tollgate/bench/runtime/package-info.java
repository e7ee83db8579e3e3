/**
 * Lambda in small: the Runtime API, and functions started as processes of their own by Lambda's
 * real runtime interface client. It knows no function of ours and times nothing but what it is
 * asked for.
 */
@NullMarked
package dev.tollgate.bench.runtime;

import org.jspecify.annotations.NullMarked;
