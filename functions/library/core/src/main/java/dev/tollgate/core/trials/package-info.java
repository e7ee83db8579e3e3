/**
 * The trial: with what a tenant begins, and that nobody begins twice. Whoever proves a mailbox that
 * had a trial already, under whatever spelling, keeps what one has without. What becomes of a trial
 * in time is said in {@code schedule} and done in {@code lifecycle}.
 */
@NullMarked
package dev.tollgate.core.trials;

import org.jspecify.annotations.NullMarked;
