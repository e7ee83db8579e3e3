package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the payment provider says of one of its customers, all asked at one time.
 *
 * @param tenant whom the customer was made for, as we noted there; empty for one made by hand
 * @param contracts all it ever had, in no order
 */
public record ProviderState(
    String customer, boolean deleted, Optional<TenantId> tenant, List<Contract> contracts) {
  private static final Comparator<Contract> OLDEST_FIRST =
      Comparator.comparing(Contract::startedAt).thenComparing(Contract::id);

  public ProviderState {
    contracts = List.copyOf(contracts);
  }

  /**
   * The contract that counts: the oldest that runs; where none runs, the one that ended last; a
   * first payment that is still open counts only where there was never anything else.
   */
  public Optional<Contract> current() {
    return running().stream()
        .findFirst()
        .or(
            () ->
                contracts.stream()
                    .max(
                        Comparator.comparing(
                                (Contract contract) -> contract.status() == ContractStatus.CANCELED)
                            .thenComparing(
                                contract -> contract.endedAt().orElse(contract.startedAt()))
                            .thenComparing(Contract::id)));
  }

  /**
   * Those that run beside the one that counts, or could yet be paid, and charge for the same thing
   * again.
   */
  public List<Contract> surplus() {
    List<Contract> running = running();
    return running.isEmpty()
        ? List.of()
        : Stream.concat(running.stream().skip(1), incomplete().stream()).toList();
  }

  /** Those whose first payment is still open, oldest first. */
  public List<Contract> incomplete() {
    return contracts.stream()
        .filter(contract -> contract.status() == ContractStatus.INCOMPLETE)
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /** The last one whose first payment never came, where nothing runs and nothing can be paid. */
  public Optional<Contract> lapsed() {
    return running().isEmpty() && incomplete().isEmpty()
        ? contracts.stream()
            .filter(contract -> contract.status() == ContractStatus.INCOMPLETE_EXPIRED)
            .max(OLDEST_FIRST)
        : Optional.empty();
  }

  private List<Contract> running() {
    return contracts.stream().filter(Contract::isRunning).sorted(OLDEST_FIRST).toList();
  }
}
