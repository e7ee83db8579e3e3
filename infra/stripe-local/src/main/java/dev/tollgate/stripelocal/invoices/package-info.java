/**
 * Invoices, what is on them and how they are collected: lines, prorations, pending items,
 * finalization, attempts and retries, payments of an invoice, the customer's balance. Knows
 * subscriptions only as the owner of lines; what an outcome does to a subscription is told to an
 * {@link dev.tollgate.stripelocal.invoices.InvoiceWatcher}.
 */
@NullMarked
package dev.tollgate.stripelocal.invoices;

import org.jspecify.annotations.NullMarked;
