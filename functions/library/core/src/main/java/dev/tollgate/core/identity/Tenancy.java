package dev.tollgate.core.identity;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.subscriptions.Enrollment;

/** An account and what it has, without any of its people. */
public record Tenancy(Account account, Enrollment enrollment) {
  public Member with(User user) {
    return new Member(user, account, enrollment);
  }
}
