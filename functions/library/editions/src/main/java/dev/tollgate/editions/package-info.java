/**
 * Editions as files: reads the shipped ones and any other, and refuses whatever is not exactly an
 * edition, each mistake with its line. It is the only place that speaks YAML; what an edition means
 * belongs to {@code dev.tollgate.core.editions}.
 */
@NullMarked
package dev.tollgate.editions;

import org.jspecify.annotations.NullMarked;
