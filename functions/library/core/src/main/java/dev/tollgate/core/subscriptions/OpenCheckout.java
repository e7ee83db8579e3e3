package dev.tollgate.core.subscriptions;

import dev.tollgate.core.kernel.Fingerprint;
import java.net.URI;

/**
 * A checkout page that a tenant may be looking at.
 *
 * @param wish what was to be bought; the same wish gets the same page again
 * @param ordinal counts the tenant's checkouts; part of the key under which the provider makes one
 */
public record OpenCheckout(String id, URI url, Fingerprint wish, int ordinal) {}
