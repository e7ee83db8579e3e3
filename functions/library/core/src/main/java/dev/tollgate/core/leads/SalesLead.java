package dev.tollgate.core.leads;

import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.LeadId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who asked for an offer, in their own words.
 *
 * @param teamSize as they chose it, such as {@code 11-50}
 */
public record SalesLead(
    LeadId id,
    EmailAddress email,
    PersonName name,
    PersonName company,
    Optional<String> teamSize,
    Optional<String> message,
    LeadSource source,
    Instant receivedAt) {}
