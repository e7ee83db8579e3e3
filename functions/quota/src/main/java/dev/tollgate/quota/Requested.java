package dev.tollgate.quota;

import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.http.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a reservation's id comes from. One that is given or derived makes asking again harmless, so
 * no answer has to be kept.
 */
sealed interface Requested {
  ReservationId id();

  /** The client's own word for it. */
  record Named(ReservationId id) implements Requested {}

  /** From the client's idempotency key. */
  record Derived(ReservationId id) implements Requested {}

  /** Nobody can ask for it again. */
  record Fresh(ReservationId id) implements Requested {}

  /** An id that is given counts before a key. */
  static Requested of(
      @Nullable ReservationId given, Request request, Tenancy tenancy, Ids ids, Time time) {
    if (given != null) {
      return new Named(given);
    }
    TenantId tenant = tenancy.account().id();
    Optional<String> key = request.idempotencyKey();
    return key.isPresent()
        ? new Derived(ReservationId.derived(tenant, key.get()))
        : new Fresh(ids.reservation(time.now(tenant)));
  }
}
