package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;

/** Whom an access token speaks for. Everything else about them is read afresh. */
public record AccessClaims(TenantId tenant, UserId user, SessionId session, Role role) {}
