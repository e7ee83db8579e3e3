/** Tests of the figures. */
@NullMarked
package dev.tollgate.bench.measure;

import org.jspecify.annotations.NullMarked;
