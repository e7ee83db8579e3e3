package dev.tollgate.core.ledger;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;

/**
 * One movement of money. Movement and reference together make it the same entry, however often it
 * is told, so telling it again writes nothing.
 *
 * @param at when it happened, by the provider's clock; the same whenever we hear of it
 * @param amount always positive; the movement says which way it went
 * @param reference the provider's id of the object that proves it
 * @param description for people, without personal data
 */
public record LedgerEntry(
    TenantId tenant,
    Instant at,
    Movement movement,
    Money amount,
    String reference,
    String description) {}
