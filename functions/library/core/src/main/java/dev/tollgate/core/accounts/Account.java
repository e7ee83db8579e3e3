package dev.tollgate.core.accounts;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;

/**
 * A customer company, the owner of everything its people make.
 *
 * @param name as its people write it; the owner's own name where no company was given
 */
public record Account(
    TenantId id, String name, UserId owner, Instant createdAt, Standing standing) {}
