package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import dev.tollgate.core.quota.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stored keys are for ever: a change here loses what was written before. */
final class KeysTest {
  private static final TenantId TENANT = new TenantId("ten_00000000000000000000000000");
  private static final String OWN = "TENANT#ten_00000000000000000000000000 ";
  private static final MessageId MESSAGE =
      new MessageId(MessageId.PREFIX + "00000000000000000000000000");
  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

  @Test
  void whatATenantOwnsIsInItsPartition() {
    assertThat(text(new EnrollmentItem.EnrollmentKey(TENANT))).isEqualTo(OWN + "SUBSCRIPTION");
    assertThat(text(new ApiKeyItem.ApiKeyKey(TENANT, new Fingerprint("hash"))))
        .isEqualTo(OWN + "APIKEY#hash");
    assertThat(text(new ApiKeyItem.MadeKey(TENANT))).isEqualTo(OWN + "APIKEYS");
    assertThat(text(new ComparisonItem.ComparisonKey(TENANT))).isEqualTo(OWN + "COMPARISON");
    assertThat(text(new FactItem.FactKey(TENANT, "invoice_paid:in_1")))
        .isEqualTo(OWN + "FACT#invoice_paid:in_1");
    assertThat(text(LedgerItem.LedgerKey.of(entry())))
        .isEqualTo(OWN + "LEDGER#2026-05-04T10:00:00.000Z#refunded#re_1");
    assertThat(text(new PaymentItem.PaymentKey(TENANT, "order_1")))
        .isEqualTo(OWN + "PAYMENT#order_1");
    assertThat(text(new UsageItem.UsageKey(TENANT, Meter.EMAILS, "op_1")))
        .isEqualTo(OWN + "USAGE#emails#ID#op_1");
    assertThat(text(new UsageItem.UsageTimeKey(TENANT, Meter.EMAILS, AT, "op_1")))
        .isEqualTo(OWN + "USAGE#emails#AT#2026-05-04T10:00:00.000Z#op_1");
    assertThat(text(new OverridesItem.OverridesKey(TENANT))).isEqualTo(OWN + "OVERRIDES");
    assertThat(text(new HeldItem.HeldKey(TENANT, MESSAGE)))
        .isEqualTo(OWN + "HELD#" + MESSAGE.value());
    assertThat(text(new StrikeItem.CountKey(TENANT))).isEqualTo(OWN + "STRIKES");
    assertThat(
            List.of(
                text(StrikeItem.StrikeKey.complaint(TENANT, "a")),
                text(StrikeItem.StrikeKey.message(TENANT, MESSAGE)),
                text(StrikeItem.StrikeKey.invoice(TENANT, "a"))))
        .doesNotHaveDuplicates()
        .allMatch(key -> key.startsWith(OWN + "STRIKE#"));
    assertThat(text(new CallsItem.TenantCallsKey(TENANT, Duration.ofHours(1), AT)))
        .isEqualTo(OWN + "CALLS#PT1H#2026-05-04T10:00:00.000Z");
    assertThat(text(new SlotKey(TENANT, new Slot.Level(Meter.RECORDS))))
        .isEqualTo(OWN + "METER#records");
    assertThat(text(new SlotKey(TENANT, new Slot.Within(Meter.API_CALLS, "2026-05-04", AT))))
        .isEqualTo(OWN + "METER#api_calls#2026-05-04");
  }

  @Test
  void whatIsLookedUpWithoutATenantIsAPartitionOfItsOwn() {
    assertThat(text(new CustomerItem.CustomerKey("cus_1")))
        .isEqualTo("STRIPE_CUSTOMER#cus_1 STRIPE_CUSTOMER");
    assertThat(text(new EventItem.EventKey("evt_1"))).isEqualTo("EVENT#evt_1 EVENT");
    assertThat(text(new PlanItem.PlanKey("pro"))).isEqualTo("CATALOGUE PLAN#pro");
    assertThat(text(new SalesLeadItem.LeadKey(new LeadId("lead_00000000000000000000000000"))))
        .isEqualTo("SALESLEADS LEAD#lead_00000000000000000000000000");
    assertThat(text(new PlatformOwnerItem.OwnerKey(new UserId("usr_00000000000000000000000000"))))
        .isEqualTo("PLATFORM OWNER#usr_00000000000000000000000000");
    assertThat(text(SuppressionItem.SuppressionKey.of(new EmailAddress("a@b.test"))))
        .isEqualTo("SUPPRESSED#" + Fingerprint.of("mail a@b.test").value() + " SUPPRESSED");
  }

  @Test
  void whatIsListedByTimeStandsInShardsOfTheIndex() {
    assertThat(EventItem.shard(LocalDate.parse("2026-05-04"))).isEqualTo("EVENTS#2026-05-04");
    assertThat(ComparisonItem.SHARDS.all())
        .hasSize(8)
        .startsWith("COMPARE#0")
        .endsWith("COMPARE#7");
  }

  private static LedgerEntry entry() {
    return new LedgerEntry(TENANT, AT, Movement.REFUNDED, new Money(1, "USD"), "re_1", "Refund");
  }

  private static String text(Key key) {
    return key.partition() + " " + key.sort();
  }
}
