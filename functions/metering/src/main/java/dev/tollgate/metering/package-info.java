/**
 * Tells the payment provider of every use that is billed, once, and checks each day that it has
 * counted as much as our own ledger.
 */
@NullMarked
package dev.tollgate.metering;

import org.jspecify.annotations.NullMarked;
