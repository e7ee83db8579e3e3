/**
 * The plan catalogue: what is sold now. It starts as the edition's file says and can be changed
 * while everything runs; each plan knows which prices of the payment provider stand for it.
 */
@NullMarked
package dev.tollgate.core.plans;

import org.jspecify.annotations.NullMarked;
