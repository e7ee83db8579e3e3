/** The platform owner's door: plans, the payment provider's events, and what links the two. */
@NullMarked
package dev.tollgate.admin;

import org.jspecify.annotations.NullMarked;
