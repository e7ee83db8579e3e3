/**
 * Billing time: intervals, the boundaries a billing cycle anchor gives, and the periods between
 * them. All moments are seconds since the epoch, all months are UTC months.
 */
@NullMarked
package dev.tollgate.stripelocal.calendar;

import org.jspecify.annotations.NullMarked;
