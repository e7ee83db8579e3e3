/** Tests of the tables. */
@NullMarked
package dev.tollgate.bench.report;

import org.jspecify.annotations.NullMarked;
