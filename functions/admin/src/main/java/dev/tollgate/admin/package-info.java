/**
 * The platform owner's door: plans, the payment provider's events and what links the two, what one
 * tenant is granted, and the kill switch with its queue.
 */
@NullMarked
package dev.tollgate.admin;

import org.jspecify.annotations.NullMarked;
