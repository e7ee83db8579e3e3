package dev.tollgate.account;

import dev.tollgate.core.identity.Profiles;
import dev.tollgate.core.identity.UpdatingProfile;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class AccountFactory {
  @Singleton
  UpdatingProfile updatingProfile(Profiles profiles, Time time, Ids ids) {
    return new UpdatingProfile(profiles, time, ids);
  }
}
