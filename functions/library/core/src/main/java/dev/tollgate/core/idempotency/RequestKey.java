package dev.tollgate.core.idempotency;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import java.util.Optional;

/**
 * One request of one caller.
 *
 * @param tenant absent where nobody is known yet
 * @param fingerprint of route and idempotency key
 */
public record RequestKey(Optional<TenantId> tenant, Fingerprint fingerprint) {}
