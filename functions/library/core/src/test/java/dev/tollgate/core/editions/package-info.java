/** Owns the proof that no edition, plan or policy that contradicts itself can be made. */
@NullMarked
package dev.tollgate.core.editions;

import org.jspecify.annotations.NullMarked;
