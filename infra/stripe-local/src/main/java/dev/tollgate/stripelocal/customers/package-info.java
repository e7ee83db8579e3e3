/** Customers, and what their deletion takes with it. */
@NullMarked
package dev.tollgate.stripelocal.customers;

import org.jspecify.annotations.NullMarked;
