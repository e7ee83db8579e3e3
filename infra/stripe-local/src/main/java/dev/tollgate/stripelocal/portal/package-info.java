/**
 * The customer portal: configurations, sessions, and the hosted page where a customer looks at
 * invoices, changes cards, seats and plan, cancels and changes their mind.
 */
@NullMarked
package dev.tollgate.stripelocal.portal;

import org.jspecify.annotations.NullMarked;
