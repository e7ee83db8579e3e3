package dev.tollgate.quota;

import io.micronaut.core.annotation.Introspected;

/**
 * What shall stay usable where there is more than the limit allows.
 *
 * @param keep ids as the product's own services name them, most wanted first; at most the limit
 */
@Introspected
record ChoiceRequest(Kept keep) {}
