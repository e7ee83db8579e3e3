package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.EmailAddress;
import java.util.Optional;

/** Finds people by address, across tenants: the one look-up that starts without a tenant. */
public interface Directory {
  /** One read. */
  Optional<UserRef> lookUp(EmailAddress email);
}
