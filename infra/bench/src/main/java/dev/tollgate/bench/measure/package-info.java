/**
 * Starts the cases in shuffled rounds and keeps what was seen. Nothing here judges: the report puts
 * the goals beside the figures.
 */
@NullMarked
package dev.tollgate.bench.measure;

import org.jspecify.annotations.NullMarked;
