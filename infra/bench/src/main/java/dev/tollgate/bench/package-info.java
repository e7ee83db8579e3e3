/** The one command: prepares the cases, measures them, writes the tables. */
@NullMarked
package dev.tollgate.bench;

import org.jspecify.annotations.NullMarked;
