package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.identity.Comeback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What coming back writes, as part of the transaction that lets the person in. */
final class Comebacks {
  private Comebacks() {}

  /** An owner who comes back ends the erasure that was read; any other finds it as it was read. */
  static Action erasure(Account account, Optional<Comeback> comeback) {
    return comeback
        .map(back -> AccountItem.move(account.id(), account.erasure(), back.account().erasure()))
        .orElseGet(() -> AccountItem.ifErasureIs(account.id(), account.erasure()));
  }

  static List<Action> effects(Comeback back) {
    List<Action> effects = new ArrayList<>();
    back.due().forEach(action -> effects.add(DueItem.put(action)));
    effects.add(AuditItem.put(back.entry()));
    effects.add(OutboxItem.put(back.message()));
    return effects;
  }
}
