package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.Ledger.Page;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LedgerDynamoTest {
  private final ATable world = new ATable();
  private final LedgerDynamo ledger = new LedgerDynamo(world.table);

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void pageTwoGoesOnWherePageOneEnded() {
    TenantId tenant = Some.tenant();
    List<LedgerEntry> booked = booked(tenant, 5);

    Page first = ledger.page(tenant, 2, Optional.empty());
    Page second = ledger.page(tenant, 2, first.nextCursor());
    Page third = ledger.page(tenant, 2, second.nextCursor());

    assertThat(first.entries()).isEqualTo(booked.subList(0, 2));
    assertThat(second.entries()).isEqualTo(booked.subList(2, 4));
    assertThat(third.entries()).isEqualTo(booked.subList(4, 5));
    assertThat(third.nextCursor()).isEmpty();
    assertThat(ledger.page(tenant, 5, Optional.empty()).nextCursor()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Movement.class)
  void everyMovementIsReadAsItWasWritten(Movement movement) {
    TenantId tenant = Some.tenant();
    LedgerEntry entry =
        new LedgerEntry(tenant, Some.NOW, movement, new Money(500, "JPY"), "pi_1", "Order 7");
    book(List.of(entry));

    assertThat(ledger.page(tenant, 10, Optional.empty()).entries()).containsExactly(entry);
  }

  @Test
  void anotherTenantsCursorShowsNothingButOnesOwn() {
    TenantId rich = Some.tenant();
    TenantId poor = Some.tenant();
    booked(rich, 6);
    List<LedgerEntry> own = booked(poor, 3);
    String foreign = ledger.page(rich, 1, Optional.empty()).nextCursor().orElseThrow();
    String text = new String(Base64.getUrlDecoder().decode(foreign), StandardCharsets.UTF_8);

    assertThat(text).doesNotContain(rich.value());
    assertThat(own).containsAll(ledger.page(poor, 10, Optional.of(foreign)).entries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!!", "a", "AUDIT#x", "TENANT#", "____"})
  void aCursorThatWeDidNotGiveIsRefusedPolitely(String forged) {
    TenantId tenant = Some.tenant();
    booked(tenant, 1);

    assertThat(ledger.page(tenant, 10, Optional.of(forged)).entries()).isEmpty();
    assertThat(ledger.page(tenant, 10, Optional.of("a".repeat(4000))).entries()).isEmpty();
    assertThat(ledger.page(tenant, 10, Optional.of(Cursor.write("zzz"))).entries().size())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void aMovementThatWeDoNotKnowIsRefused() {
    TenantId tenant = Some.tenant();
    LedgerEntry entry = booked(tenant, 1).getFirst();
    world.vandalise(LedgerItem.LedgerKey.of(entry), "movement", "vanished");

    assertThatThrownBy(() -> ledger.page(tenant, 10, Optional.empty()))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Newest first. */
  private List<LedgerEntry> booked(TenantId tenant, int number) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      entries.add(Some.paid(tenant, "in_" + i, Some.NOW.minusSeconds(i)));
    }
    book(entries);
    return entries;
  }

  private void book(List<LedgerEntry> entries) {
    Commit _ = new Once(world.table).write(List.of(), LedgerItem.book(entries));
  }
}
