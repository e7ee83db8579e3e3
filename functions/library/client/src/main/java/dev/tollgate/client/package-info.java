/**
 * How a product's own services ask Tollgate whether they may, and tell it what they used. Owns the
 * reservation's id, the retries and the reading of answers; decides nothing. Start at {@link
 * dev.tollgate.client.Tollgate}.
 */
@NullMarked
package dev.tollgate.client;

import org.jspecify.annotations.NullMarked;
