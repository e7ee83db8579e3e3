package dev.tollgate.core.identity;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.subscriptions.Enrollment;

/** An account, what it has and what was granted to it alone, without any of its people. */
public record Tenancy(Account account, Enrollment enrollment, Overrides overrides) {

  /** Of an account that has what its plan gives and nothing else. */
  public static Tenancy of(Account account, Enrollment enrollment) {
    return new Tenancy(account, enrollment, Overrides.none(account.id()));
  }

  public Tenancy with(Enrollment changed) {
    return new Tenancy(account, changed, overrides);
  }

  public Tenancy with(Account changed) {
    return new Tenancy(changed, enrollment, overrides);
  }

  public Member with(User user) {
    return new Member(user, this);
  }
}
