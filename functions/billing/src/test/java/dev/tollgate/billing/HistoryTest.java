package dev.tollgate.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.billing.Caller.Answer;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was paid, and by what. */
class HistoryTest {
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void movementsComeNewestFirstPageByPage() {
    for (int i = 3; i >= 1; i--) {
      book(Movement.INVOICE_PAID, 2_999, "in_" + i, FIRST.plus(Duration.ofDays(i)));
    }
    Answer first = world.owner().get(World.BILLING + "/history?limit=2");
    assertThat((List<?>) first.field("items")).hasSize(2);
    assertThat(first.field("next_cursor")).isEqualTo("2");
    Answer second = world.owner().get(World.BILLING + "/history?limit=2&cursor=2");
    assertThat(second.field("next_cursor")).isNull();
    assertThat(second.field("items"))
        .isEqualTo(
            List.of(
                Map.of(
                    "at", "2025-01-02T00:00:00Z",
                    "movement", "invoice_paid",
                    "amount_cents", 2_999L,
                    "currency", "USD",
                    "reference", "in_1",
                    "description", "A movement")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=-1",
        "limit=1e999",
        "limit=99999999999999999999",
        "limit=",
        "limit=ten",
        "limit=%D9%A1",
        "cursor=",
        "cursor=a%20b",
        "cursor=%00",
        "cursor=%F0%9F%92%B8"
      })
  void aPageThatCannotBeIsRefused(String query) {
    world.customer();
    for (String list : List.of("/history?", "/invoices?")) {
      assertThat(world.owner().get(World.BILLING + list + query).outcome())
          .isEqualTo("422 validation_failed");
    }
    assertThat(world.books.pages).isZero();
    assertThat(world.provider.asked).isEmpty();
  }

  @Test
  void aCursorLongerThanAnyOfOursIsRefused() {
    assertThat(world.owner().get(World.BILLING + "/history?cursor=" + "x".repeat(5_000)).status())
        .isEqualTo(422);
  }

  @Test
  void theSummaryAddsWhatMoved() {
    world.paying("pro", 1);
    book(Movement.DISPUTE_LOST, 700, "du_2", FIRST.plus(Duration.ofDays(9)));
    book(Movement.DISPUTE_WON, 500, "du_1", FIRST.plus(Duration.ofDays(8)));
    book(Movement.DISPUTED, 700, "du_2", FIRST.plus(Duration.ofDays(7)));
    book(Movement.DISPUTED, 500, "du_1", FIRST.plus(Duration.ofDays(6)));
    book(Movement.RELEASED, 44, "pi_2", FIRST.plus(Duration.ofDays(5)));
    book(Movement.AUTHORISED, 44, "pi_2", FIRST.plus(Duration.ofDays(4)));
    book(Movement.REFUNDED, 1_000, "re_1", FIRST.plus(Duration.ofDays(3)));
    book(Movement.CAPTURED, 2_000, "pi_1", FIRST.plus(Duration.ofDays(2)));
    book(Movement.INVOICE_PAID, 2_999, "in_1", FIRST);
    Answer answer = world.owner().get(World.BILLING + "/summary");
    assertThat(answer.body())
        .isEqualTo(
            Map.of(
                "currency", "USD",
                "paid_cents", 4_999L,
                "refunded_cents", 1_000L,
                "disputed_cents", 700L,
                "net_cents", 3_299L,
                "payments", 2L,
                "since", FIRST.toString(),
                "complete", true,
                "next_payment_at", world.now.plus(Duration.ofDays(25)).toString()));
  }

  @Test
  void aSummaryOfNothingIsZero() {
    Answer answer = world.owner().get(World.BILLING + "/summary");
    assertThat(answer.field("net_cents")).isEqualTo(0L);
    assertThat(answer.field("since")).isNull();
    assertThat(answer.field("next_payment_at")).isNull();
  }

  @Test
  void whatWasCancelledIsNotChargedAgain() {
    Instant end = world.now.plus(Duration.ofDays(25));
    world.under(world.contract("pro", ContractStatus.ACTIVE, 1, Optional.of(end)));
    assertThat(world.owner().get(World.BILLING + "/summary").field("next_payment_at")).isNull();
  }

  @Test
  void anEndlessLedgerIsSummedSoFarAndSaysSo() {
    for (int i = 0; i < 1_500; i++) {
      book(Movement.INVOICE_PAID, 1, "in_" + i, FIRST);
    }
    Answer answer = world.owner().get(World.BILLING + "/summary");
    assertThat(answer.field("complete")).isEqualTo(false);
    assertThat(answer.field("payments")).isEqualTo(1_000L);
    assertThat(world.books.pages).isEqualTo(SummingLedger.MOST_PAGES);
  }

  @Test
  void invoicesAreTheCustomersOwn() {
    world.customer();
    Answer answer = world.owner().get(World.BILLING + "/invoices?limit=7&cursor=in_9");
    assertThat(world.provider.asked).containsExactly("invoices cus_1 7 in_9");
    assertThat(answer.field("next_cursor")).isEqualTo("in_1");
    assertThat(answer.text())
        .contains("\"id\":\"in_1\",\"number\":null,\"status\":\"draft\",\"total_cents\":2999");
  }

  @Test
  void cardsSayWhichIsCharged() {
    world.customer();
    assertThat(world.owner().get(World.BILLING + "/payment-methods").text())
        .isEqualTo(
            "{\"items\":[{\"id\":\"pm_1\",\"brand\":\"visa\",\"last4\":\"4242\","
                + "\"expiry_month\":12,\"expiry_year\":2030,\"is_default\":true}],"
                + "\"next_cursor\":null}");
  }

  @Test
  void whoIsNoCustomerHasEmptyListsAndNobodyIsAsked() {
    String empty = "{\"items\":[],\"next_cursor\":null}";
    assertThat(world.owner().get(World.BILLING + "/invoices").text()).isEqualTo(empty);
    assertThat(world.owner().get(World.BILLING + "/payment-methods").text()).isEqualTo(empty);
    assertThat(world.owner().get(World.BILLING + "/history").text()).isEqualTo(empty);
    assertThat(world.provider.asked).isEmpty();
  }

  private void book(Movement movement, long cents, String reference, Instant at) {
    world.books.entries.add(
        new LedgerEntry(
            People.TENANT, at, movement, new Money(cents, "USD"), reference, "A movement"));
  }
}
