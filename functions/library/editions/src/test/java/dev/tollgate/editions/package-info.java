/** Owns the proof that the shipped files say what they should and that nothing else is read. */
@NullMarked
package dev.tollgate.editions;

import org.jspecify.annotations.NullMarked;
