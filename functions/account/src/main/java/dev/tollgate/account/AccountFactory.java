package dev.tollgate.account;

import dev.tollgate.core.accounts.Accounts;
import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.apikeys.CreatingApiKey;
import dev.tollgate.core.apikeys.ListingApiKeys;
import dev.tollgate.core.apikeys.RevokingApiKey;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.erasure.Erasures;
import dev.tollgate.core.erasure.RequestingErasure;
import dev.tollgate.core.identity.ChoosingMails;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.identity.Profiles;
import dev.tollgate.core.identity.UpdatingAccount;
import dev.tollgate.core.identity.UpdatingProfile;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.limits.Attempts;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

@Factory
final class AccountFactory {
  @Singleton
  UpdatingProfile updatingProfile(Profiles profiles, Time time, Ids ids) {
    return new UpdatingProfile(profiles, time, ids);
  }

  @Singleton
  UpdatingAccount updatingAccount(Accounts accounts, Time time, Ids ids) {
    return new UpdatingAccount(accounts, time, ids);
  }

  @Singleton
  RequestingErasure requestingErasure(
      Edition edition,
      Attempts attempts,
      Members members,
      PasswordHasher hasher,
      Erasures erasures,
      Time time,
      Ids ids) {
    return new RequestingErasure(
        edition.rateLimits(), attempts, members, hasher, erasures, time, ids);
  }

  @Singleton
  ChoosingMails choosingMails(Profiles profiles, OneTimeTokens tokens, Time time, Ids ids) {
    return new ChoosingMails(profiles, tokens, time, ids);
  }

  @Singleton
  CreatingApiKey creatingApiKey(ApiKeys keys, Time time, Ids ids, RandomGenerator random) {
    return new CreatingApiKey(keys, time, ids, random);
  }

  @Singleton
  ListingApiKeys listingApiKeys(ApiKeys keys, Time time) {
    return new ListingApiKeys(keys, time);
  }

  @Singleton
  RevokingApiKey revokingApiKey(ApiKeys keys, Time time, Ids ids) {
    return new RevokingApiKey(keys, time, ids);
  }
}
