package dev.tollgate.core.identity;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.subscriptions.Subscription;

/** An account and what it has, without any of its people. */
public record Tenancy(Account account, Subscription subscription) {
  public Member with(User user) {
    return new Member(user, account, subscription);
  }
}
