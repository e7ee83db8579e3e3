/**
 * The door of quota: what a tenant may do and uses, and quota that is set aside before the work,
 * kept and given back. Its second function keeps the meters true by the clock.
 */
@NullMarked
package dev.tollgate.quota;

import org.jspecify.annotations.NullMarked;
