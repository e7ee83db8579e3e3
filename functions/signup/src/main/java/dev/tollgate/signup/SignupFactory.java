package dev.tollgate.signup;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.identity.OpeningSessions;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.onboarding.Invites;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.core.onboarding.RequestingVerification;
import dev.tollgate.core.onboarding.SigningUp;
import dev.tollgate.core.onboarding.Verifications;
import dev.tollgate.core.onboarding.VerifyingEmail;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.core.trials.ProvingTrial;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class SignupFactory {
  @Singleton
  SigningUp signingUp(
      Edition edition,
      Invites invites,
      Registrations registrations,
      Attempts attempts,
      Members members,
      PasswordHasher hasher,
      OpeningSessions opening,
      ReadingQuota quota,
      Time time,
      Ids ids) {
    return new SigningUp(
        edition, invites, registrations, attempts, members, hasher, opening, quota, time, ids);
  }

  @Singleton
  VerifyingEmail verifyingEmail(
      OneTimeTokens tokens,
      Members members,
      Verifications verifications,
      OpeningSessions opening,
      Edition edition,
      Time time,
      Ids ids) {
    return new VerifyingEmail(
        tokens, members, verifications, opening, new ProvingTrial(edition, ids), time, ids);
  }

  @Singleton
  RequestingVerification requestingVerification(
      Edition edition, Directory directory, Attempts attempts, Time time, Ids ids) {
    return new RequestingVerification(edition.rateLimits(), directory, attempts, time, ids);
  }
}
