package dev.tollgate.login;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.ChangingPassword;
import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.LoggingIn;
import dev.tollgate.core.identity.LoggingOut;
import dev.tollgate.core.identity.Logins;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.identity.OpeningSessions;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.identity.Passwords;
import dev.tollgate.core.identity.RefreshingSession;
import dev.tollgate.core.identity.ResettingPassword;
import dev.tollgate.core.identity.Sessions;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.trials.ProvingTrial;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

@Factory
final class LoginFactory {
  @Singleton
  LoggingIn loggingIn(
      Edition edition,
      Logins logins,
      Members members,
      PasswordHasher hasher,
      OpeningSessions opening,
      Time time,
      Ids ids) {
    return new LoggingIn(edition, logins, members, hasher, opening, time, ids);
  }

  @Singleton
  RefreshingSession refreshingSession(
      Members members,
      Sessions sessions,
      OpeningSessions opening,
      Edition edition,
      Time time,
      Ids ids,
      RandomGenerator random) {
    return new RefreshingSession(members, sessions, opening, edition.sessions(), time, ids, random);
  }

  @Singleton
  LoggingOut loggingOut(Members members, Sessions sessions, Time time, Ids ids) {
    return new LoggingOut(members, sessions, time, ids);
  }

  @Singleton
  ResettingPassword resettingPassword(
      Edition edition,
      Directory directory,
      Attempts attempts,
      Passwords passwords,
      OneTimeTokens tokens,
      Members members,
      PasswordHasher hasher,
      Time time,
      Ids ids) {
    return new ResettingPassword(
        edition.rateLimits(),
        directory,
        attempts,
        passwords,
        tokens,
        members,
        hasher,
        new ProvingTrial(edition, ids),
        time,
        ids);
  }

  @Singleton
  ChangingPassword changingPassword(
      Edition edition,
      Attempts attempts,
      Passwords passwords,
      PasswordHasher hasher,
      Time time,
      Ids ids) {
    return new ChangingPassword(edition.rateLimits(), attempts, passwords, hasher, time, ids);
  }
}
