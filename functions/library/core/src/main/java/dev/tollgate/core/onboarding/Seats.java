package dev.tollgate.core.onboarding;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.entitlements.LimitRight;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.core.quota.Slot;
import java.util.Optional;
import java.util.OptionalLong;

/** How many people an account may have. */
final class Seats {
  private final Edition edition;
  private final ReadingQuota quota;

  Seats(Edition edition, ReadingQuota quota) {
    this.edition = edition;
    this.quota = quota;
  }

  /** Of whoever founds the account, which has always room for its owner. */
  static Optional<Seat> first(Edition edition) {
    return counts(edition) ? Optional.of(new Seat(OptionalLong.empty(), 0)) : Optional.empty();
  }

  /** Of whoever joins it. */
  Optional<Seat> in(Tenancy host) {
    if (!counts(edition)) {
      return Optional.empty();
    }
    LimitRight right = quota.entitlements(host).limit(Meter.USERS);
    OptionalLong most =
        right.limit() instanceof Limit.AtMost(long limit)
            ? OptionalLong.of(limit)
            : OptionalLong.empty();
    return Optional.of(new Seat(most, host.enrollment().version()));
  }

  SigningUp.AccountFull full(Tenancy host, long people) {
    Entitlements entitlements = quota.entitlements(host);
    return new SigningUp.AccountFull(
        entitlements.plan(),
        new MeterState(entitlements.limit(Meter.USERS), new Slot.Level(Meter.USERS), people));
  }

  private static boolean counts(Edition edition) {
    return edition.findMeter(Meter.USERS.key()).isPresent();
  }
}
