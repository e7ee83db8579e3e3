/**
 * A tenant's plan over time: what the platform gave, what the payment provider says, and the states
 * that follow from the two, each a type of its own. Prices and limits belong to {@code editions}
 * and {@code plans}; talking to the provider to {@code billing}.
 */
@NullMarked
package dev.tollgate.core.subscriptions;

import org.jspecify.annotations.NullMarked;
