package dev.tollgate.billing;

import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.Portal;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.billing.Statements;
import dev.tollgate.core.billing.UnknownPlan;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.Contract;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A payment provider that does as it is told and remembers what it was asked. */
final class Provider implements ProviderCustomers, Checkouts, Portal, Contracts, Statements {
  static final Instant NEXT = Instant.parse("2026-05-01T00:00:00Z");

  boolean configured = true;
  boolean silent;

  /** Somebody made the contract, or its price, by hand. */
  boolean byHand;

  List<Contract> contracts = List.of();
  Contracts.Outcome answer = new Contracts.Outcome.Changed();
  final List<String> asked = new ArrayList<>();
  final List<Contracts.Change> changes = new ArrayList<>();
  final List<Checkouts.Order> orders = new ArrayList<>();

  @Override
  public boolean isConfigured() {
    return configured;
  }

  @Override
  public String create(TenantId tenant, EmailAddress email, String name, String key) {
    ask("create " + key);
    return "cus_1";
  }

  @Override
  public ProviderState stateOf(String customer, Set<String> known) {
    ask("state");
    if (byHand) {
      throw new UnknownPlan("sub_1", "price_by_hand");
    }
    return new ProviderState(customer, false, Optional.of(People.TENANT), contracts);
  }

  @Override
  public Checkouts.Outcome open(Order order, String key) {
    ask("checkout");
    orders.add(order);
    return new Checkouts.Outcome.Opened(
        "cs_" + orders.size(), URI.create("https://pay.example/cs_" + orders.size()));
  }

  @Override
  public boolean isOpen(String id) {
    return true;
  }

  @Override
  public void close(String id) {
    ask("close " + id);
  }

  @Override
  public URI open(String customer, URI returnTo) {
    ask("portal " + customer);
    return URI.create("https://pay.example/portal?back=" + returnTo);
  }

  @Override
  public Preview preview(String contract, Change change) {
    ask("preview");
    if (byHand) {
      throw new UnknownPlan("sub_1", "none");
    }
    changes.add(change);
    return new Preview(
        usd(1_234),
        usd(0),
        usd(5_998),
        NEXT,
        List.of(
            new Contracts.Line("Unused time", usd(-766), true),
            new Contracts.Line("2 x Pro", usd(2_000), true)));
  }

  @Override
  public Contracts.Outcome change(String contract, Change change, String key) {
    ask("change");
    changes.add(change);
    return answer;
  }

  @Override
  public void cancelAtPeriodEnd(String contract, String key) {
    ask("cancel " + contract);
  }

  @Override
  public void cancelNow(String contract, String key) {
    ask("cancel now " + contract);
  }

  @Override
  public void resume(String contract, String key) {
    ask("resume " + contract);
  }

  @Override
  public void undo(String contract, String key) {
    ask("undo " + contract);
  }

  @Override
  public Statements.Page invoices(String customer, int limit, Optional<String> cursor) {
    ask("invoices " + customer + " " + limit + " " + cursor.orElse("-"));
    return new Statements.Page(
        List.of(
            new Invoice(
                "in_1",
                Optional.empty(),
                "draft",
                usd(2_999),
                usd(0),
                usd(2_999),
                NEXT,
                NEXT,
                NEXT,
                Optional.empty(),
                Optional.empty())),
        Optional.of("in_1"));
  }

  @Override
  public List<Card> cards(String customer) {
    ask("cards " + customer);
    return List.of(new Card("pm_1", "visa", "4242", 12, 2030, true));
  }

  private void ask(String what) {
    if (silent) {
      throw new Unavailable("the provider does not answer");
    }
    asked.add(what);
  }

  private static Money usd(long cents) {
    return new Money(cents, "USD");
  }
}
