/**
 * A tenant's plan over time: the states of a subscription, each a type of its own, and what each of
 * them allows. Prices and limits belong to {@code editions}.
 */
@NullMarked
package dev.tollgate.core.subscriptions;

import org.jspecify.annotations.NullMarked;
