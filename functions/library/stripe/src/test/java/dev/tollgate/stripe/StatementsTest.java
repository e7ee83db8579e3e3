package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.billing.Statements;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.subscriptions.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementsTest {
  private final Provider provider = new Provider();
  private final String customer = provider.customer();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void invoicesComeNewestFirstPageByPage() {
    Contract contract = provider.subscribe(customer, 2);
    provider.advance(Duration.ofDays(65));
    Statements.Page first = provider.statements.invoices(customer, 2, Optional.empty());
    assertThat(first.invoices()).hasSize(2);
    assertThat(first.nextCursor()).contains(first.invoices().getLast().id());
    Statements.Page second = provider.statements.invoices(customer, 2, first.nextCursor());
    assertThat(second.nextCursor()).isEmpty();

    Statements.Invoice oldest = second.invoices().getFirst();
    assertThat(second.invoices()).hasSize(1);
    assertThat(oldest.status()).isEqualTo("paid");
    assertThat(oldest.total()).isEqualTo(new Money(9800, "USD"));
    assertThat(oldest.paid()).isEqualTo(oldest.total());
    assertThat(oldest.due()).isEqualTo(new Money(0, "USD"));
    assertThat(oldest.periodStart()).isEqualTo(contract.periodStart());
    assertThat(oldest.periodEnd()).isEqualTo(contract.periodEnd());
    assertThat(oldest.number()).isPresent();
    assertThat(oldest.hostedUrl()).isPresent();
    assertThat(first.invoices().getLast().periodStart()).isEqualTo(contract.periodEnd());
  }

  @ParameterizedTest
  @ValueSource(strings = {"in_nowhere", "", "../customers", "in_1&customer=cus_2"})
  void aCursorOfNobodysLeadsNowhere(String cursor) {
    provider.subscribe(customer, 1);
    assertThat(provider.statements.invoices(customer, 5, Optional.of(cursor)))
        .isEqualTo(new Statements.Page(List.of(), Optional.empty()));
  }

  @Test
  void theCardThatRenewalsAreChargedToIsTheMainOne() {
    Contract contract = provider.subscribe(customer, 1);
    assertThat(provider.statements.cards(customer)).singleElement().matches(Statements.Card::main);
    provider.takesCard(customer, contract.id(), "pm_card_mastercard");
    assertThat(provider.statements.cards(customer))
        .hasSize(2)
        .filteredOn(Statements.Card::main)
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.brand()).isEqualTo("mastercard");
              assertThat(card.last4()).isEqualTo("4444");
              assertThat(card.expiryYear()).isGreaterThan(2025);
            });
  }

  @Test
  void aCustomerWithoutAnythingHasNothing() {
    assertThat(provider.statements.cards(customer)).isEmpty();
    assertThat(provider.statements.invoices(customer, 5, Optional.empty()).invoices()).isEmpty();
  }
}
