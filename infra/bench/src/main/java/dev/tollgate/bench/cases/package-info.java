/** What is measured: {@code cases.json} read into records. A new case is a new entry there. */
@NullMarked
package dev.tollgate.bench.cases;

import org.jspecify.annotations.NullMarked;
