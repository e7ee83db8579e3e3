/**
 * Outgoing webhooks: news for the product's own services, sent to addresses that the platform owner
 * gave, signed by the Standard Webhooks rules, tried again over days. Endpoints belong to the
 * deployment and to no tenant.
 */
@NullMarked
package dev.tollgate.core.outgoing;

import org.jspecify.annotations.NullMarked;
