package dev.tollgate.core.billing;

import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Instant;
import java.util.Optional;

/** What an enrollment becomes, given what the payment provider says. Pure. */
final class Settlement {
  private Settlement() {}

  static Enrollment of(Enrollment old, ProviderState state, Instant now) {
    Enrollment next =
        state.deleted()
            ? old.with(
                old.customer().is(state.customer()) ? old.customer().deleted() : old.customer())
            : linked(old, state.customer());
    Optional<Contract> current = state.current();
    if (current.isPresent()) {
      return next.with(current.get());
    }
    return state.deleted() && old.contract().isPresent()
        ? next.with(old.contract().get().lost(now))
        : next;
  }

  /** A customer that carries the tenant's id counts as made by us, whoever forgot to note it. */
  private static Enrollment linked(Enrollment old, String customer) {
    return old.customer().is(customer) ? old : old.with(old.customer().known(customer));
  }

  /** In words for the platform owner. */
  static String describe(Enrollment old, Enrollment next) {
    return words(old) + " -> " + words(next);
  }

  private static String words(Enrollment enrollment) {
    return enrollment
        .contract()
        .map(
            contract ->
                contract.status().wireName()
                    + " "
                    + contract.plan()
                    + " x"
                    + contract.seats()
                    + contract.cancelsAt().map(at -> " until " + at).orElse("")
                    + (contract.collectionPaused() ? " (collection paused)" : "")
                    + " to "
                    + contract.periodEnd())
        .orElse(
            enrollment.customer().id().isPresent() ? "customer without contract" : "no customer");
  }
}
