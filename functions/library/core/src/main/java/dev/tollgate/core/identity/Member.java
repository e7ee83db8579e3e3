package dev.tollgate.core.identity;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.subscriptions.Enrollment;

/** A person with the account they belong to and what that account has. */
public record Member(User user, Tenancy tenancy) {
  public Account account() {
    return tenancy.account();
  }

  public Enrollment enrollment() {
    return tenancy.enrollment();
  }

  public Member with(User changed) {
    return new Member(changed, tenancy);
  }
}
