/**
 * Meters, the usage reported to them, its sums, what is reported wrongly, and alerts on thresholds.
 * Knows nothing of invoices but that they ask how much was used.
 */
@NullMarked
package dev.tollgate.stripelocal.meters;

import org.jspecify.annotations.NullMarked;
