package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.util.Optional;

/** Reads people with their accounts: one consistent read each. */
public interface Members {
  Optional<Tenancy> findTenancy(TenantId tenant);

  Optional<Member> find(TenantId tenant, UserId user);

  /** The account's owner; two reads, since the account names them. */
  default Optional<Member> findOwner(TenantId tenant) {
    return findTenancy(tenant).flatMap(tenancy -> find(tenant, tenancy.account().owner()));
  }

  /**
   * Empty unless person and session are both there; whether the session still lives is not asked.
   */
  Optional<Principal> find(TenantId tenant, UserId user, SessionId session);
}
