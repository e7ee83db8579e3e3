package dev.tollgate.core.overrides;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.messages.Message;

/**
 * Overrides as they shall be, with what is written beside them.
 *
 * @param overrides with the version they were read at
 * @param enrollmentVersion as it was read; it goes up by one, so that a decision that was taken on
 *     the old rights fails its own check
 */
public record OverridesChange(
    Overrides overrides, long enrollmentVersion, AuditEntry entry, Message message) {}
