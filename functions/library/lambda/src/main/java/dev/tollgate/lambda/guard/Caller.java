package dev.tollgate.lambda.guard;

import dev.tollgate.core.apikeys.KeyHolder;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.TenantId;

/** Who calls a guarded route. */
public sealed interface Caller {
  Tenancy tenancy();

  default TenantId tenant() {
    return tenancy().account().id();
  }

  /** Somebody in one of their sessions. */
  record Person(Principal principal) implements Caller {
    @Override
    public Tenancy tenancy() {
      return principal.member().tenancy();
    }
  }

  /** A program with an API key. */
  record Program(KeyHolder holder) implements Caller {
    @Override
    public Tenancy tenancy() {
      return holder.tenancy();
    }
  }
}
