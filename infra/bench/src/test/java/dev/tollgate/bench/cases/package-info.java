/** Tests of the list of cases. */
@NullMarked
package dev.tollgate.bench.cases;

import org.jspecify.annotations.NullMarked;
