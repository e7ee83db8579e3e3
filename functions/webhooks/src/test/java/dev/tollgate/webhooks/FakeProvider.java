package dev.tollgate.webhooks;

import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.EventFeed;
import dev.tollgate.core.billing.EventVerifier;
import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The payment provider as far as events and states go. It counts what it is asked. */
final class FakeProvider
    implements EventVerifier, Happenings, ProviderCustomers, Contracts, EventFeed {
  static final String GENUINE = "t=1,v1=good";
  static final String OTHER_MODE = "t=1,v1=other";

  final Map<String, ProviderState> states = new HashMap<>();
  final Map<String, List<Happening>> told = new HashMap<>();
  final List<ProviderEvent> undelivered = new ArrayList<>();
  final List<byte[]> verified = new ArrayList<>();
  Consumer<ProviderEvent> beforeTell = _ -> {};
  Consumer<String> beforeState = _ -> {};
  Optional<ProviderEvent> next = Optional.empty();
  int tells;
  int asked;

  /** The tenant's customer with one contract, whose seats tell one state from another. */
  void sells(String customer, TenantId tenant, int seats, Instant at) {
    Contract contract =
        new Contract(
            "sub_" + customer,
            ContractStatus.ACTIVE,
            "pro",
            BillingInterval.MONTHLY,
            "USD",
            seats,
            at,
            at,
            at.plus(Duration.ofDays(30)),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());
    states.put(
        customer, new ProviderState(customer, false, Optional.of(tenant), List.of(contract)));
  }

  /** What is signed is {@link #next}, whatever the bytes are. */
  @Override
  public synchronized Verdict verify(byte[] body, Optional<String> signature, Instant now) {
    verified.add(body);
    return switch (signature.orElse("")) {
      case GENUINE -> new Verdict.Genuine(next.orElseThrow());
      case OTHER_MODE -> new Verdict.OtherMode();
      default -> new Verdict.Forged();
    };
  }

  @Override
  public synchronized Told tell(ProviderEvent event) {
    tells++;
    beforeTell.accept(event);
    return new Told(event.customer(), told.getOrDefault(event.id(), List.of()));
  }

  @Override
  public synchronized ProviderState stateOf(String customer, Set<String> known) {
    asked++;
    beforeState.accept(customer);
    return states.getOrDefault(
        customer, new ProviderState(customer, false, Optional.empty(), List.of()));
  }

  @Override
  public List<ProviderEvent> undelivered(Instant since, int limit) {
    return List.copyOf(undelivered);
  }

  @Override
  public boolean isConfigured() {
    return true;
  }

  @Override
  public String create(TenantId tenant, EmailAddress email, String name, String key) {
    throw new AssertionError("no event makes a customer");
  }

  @Override
  public Preview preview(String contract, Change change) {
    throw new AssertionError("no event changes a contract");
  }

  @Override
  public Contracts.Outcome change(String contract, Change change, String key) {
    throw new AssertionError("no event changes a contract");
  }

  @Override
  public void cancelAtPeriodEnd(String contract, String key) {
    throw new AssertionError("no event changes a contract");
  }

  @Override
  public void cancelNow(String contract, String key) {
    throw new AssertionError("no event changes a contract");
  }

  @Override
  public void resume(String contract, String key) {
    throw new AssertionError("no event changes a contract");
  }

  @Override
  public void undo(String contract, String key) {
    throw new AssertionError("nothing is sold twice here");
  }
}
