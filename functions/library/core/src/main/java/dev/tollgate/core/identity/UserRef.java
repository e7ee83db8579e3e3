package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;

/** Where a person is to be found. */
public record UserRef(TenantId tenant, UserId user) {}
