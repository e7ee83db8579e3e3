package dev.tollgate.core.killswitch;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.UserId;

/**
 * Whom the trail names.
 *
 * @param user of the platform; the account's own owner where it happened by itself
 */
record Author(UserId user, Client client) {
  private static final Client TRIGGER = new Client("kill switch", "");

  static Author of(Member member, Client client) {
    return new Author(member.user().id(), client);
  }

  static Author trigger(Account account) {
    return new Author(account.owner(), TRIGGER);
  }
}
