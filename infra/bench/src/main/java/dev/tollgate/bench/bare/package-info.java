/**
 * The floors: handlers that do the work and nothing else. They are packed into jars of their own
 * and know nothing of the rest of this module, of Micronaut or of our libraries.
 */
@NullMarked
package dev.tollgate.bench.bare;

import org.jspecify.annotations.NullMarked;
