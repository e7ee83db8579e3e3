package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceListParams;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Consumer;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.usage.ComparingUsage;
import dev.tollgate.core.usage.MeterReports;
import dev.tollgate.core.usage.RecordingUsage;
import dev.tollgate.core.usage.ReportingUsage;
import dev.tollgate.core.usage.UsageLedger;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Operations beyond the plan, from our ledger to the provider's invoice, to the cent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverageTest {
  private Till till;

  @BeforeAll
  void start() {
    till = Till.of("pm33");
    new SyncingPlans(
            bean(Edition.class),
            bean(PlanCatalogue.class),
            bean(ProviderCustomers.class),
            bean(ProviderCatalogue.class))
        .sync(false, true);
  }

  @AfterAll
  void stop() {
    till.close();
  }

  @Test
  void fiftyOperationsBeyondTheHundredAreFourDollarsOnTheNextInvoice() throws StripeException {
    TenantId tenant = subscriber();
    for (int i = 0; i < 15; i++) {
      assertThat(recording().record(tenant, Meter.OPERATIONS, "opr-" + i, 10)).isTrue();
    }
    assertThat(recording().record(tenant, Meter.OPERATIONS, "opr-3", 10))
        .as("the same operation again")
        .isFalse();
    List<Message> messages = messages();
    assertThat(messages).hasSize(15);
    report(messages);
    report(messages); // a queue delivers at least once

    till.pass(Duration.ofDays(31).plusHours(2));
    till.tellEverything();

    Invoice renewal = invoices(tenant).getFirst();
    assertThat(renewal.getTotal()).as("$29 and 50 at $0.08").isEqualTo(2_900 + 50 * 8);
    assertThat(renewal.getStatus()).isEqualTo("paid");
  }

  @Test
  void whatAReservationKeepsBeyondTheHundredIsOnTheNextInvoice() throws StripeException {
    Subscriber subscriber = subscribed();
    Answer held =
        subscriber
            .owner()
            .post("/api/v1/quota/reservations", Map.of("meter", "operations", "amount", 110));
    assertThat(held.status()).as(held.text()).isEqualTo(201);
    Answer kept =
        subscriber
            .owner()
            .post(
                "/api/v1/quota/reservations/" + held.text("id") + "/commit", Map.of("amount", 104));
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    report(messages());

    till.pass(Duration.ofDays(31).plusHours(2));
    till.tellEverything();

    assertThat(invoices(subscriber.tenant()).getFirst().getTotal())
        .as("$29 and 4 at $0.08")
        .isEqualTo(2_900 + 4 * 8);
  }

  @Test
  void theDailyComparisonReportsWhatWasForgottenAndTellsOfIt() {
    TenantId tenant = subscriber();
    recording().record(tenant, Meter.OPERATIONS, "opr-told", 5);
    report(messages());
    recording().record(tenant, Meter.OPERATIONS, "opr-forgotten", 7);
    till.pass(Duration.ofDays(1));

    ComparingUsage comparing =
        new ComparingUsage(
            bean(Edition.class),
            bean(Enrollments.class),
            bean(UsageLedger.class),
            bean(MeterReports.class),
            bean(ReportingUsage.class),
            bean(Time.class));
    assertThat(comparing.compareYesterday(tenant))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.ours()).isEqualTo(12);
              assertThat(difference.theirs()).isEqualTo(12);
              assertThat(difference.late()).isEqualTo(1);
            });
    assertThat(comparing.compareYesterday(tenant)).isEmpty();
  }

  private record Subscriber(TenantId tenant, Caller owner) {}

  private TenantId subscriber() {
    return subscribed().tenant();
  }

  private Subscriber subscribed() {
    String email = World.newEmail();
    Caller caller = till.world.caller();
    Answer session = caller.register(email);
    Caller owner = caller.bearing(session.accessToken());
    assertThat(owner.get("/api/v1/billing/state").text()).contains("\"status\":\"incomplete\"");
    Answer page = owner.post("/api/v1/billing/checkout-session", Map.of("plan", "starter"));
    till.pay(page.text("url"), "4242424242424242");
    till.tellEverything();
    assertThat(owner.get("/api/v1/billing/state").text()).contains("\"status\":\"active\"");
    return new Subscriber(till.world.user(email).tenant(), owner);
  }

  private RecordingUsage recording() {
    return new RecordingUsage(bean(UsageLedger.class), bean(Time.class), bean(Ids.class));
  }

  /** What the relay would carry to the function. */
  private List<Message> messages() {
    Outbox outbox = bean(Outbox.class);
    List<Message> messages =
        outbox.overdue(bean(Time.class).now().plus(Duration.ofDays(1)), 200).stream()
            .filter(message -> Consumer.of(message.announcement()) == Consumer.METERING)
            .toList();
    outbox.relayed(messages);
    return messages;
  }

  private void report(List<Message> messages) {
    QueueConsumer metering =
        till.world.beans(QueueConsumer.class).stream()
            .filter(consumer -> consumer.getClass().getName().contains(".metering."))
            .findFirst()
            .orElseThrow();
    for (Message message : messages) {
      QueueRecord record = new QueueRecord("sqs-1", MessageBody.write(message), 1, "");
      assertThat(metering.consume(record)).isInstanceOf(Verdict.Done.class);
    }
  }

  private List<Invoice> invoices(TenantId tenant) throws StripeException {
    String customer =
        bean(Enrollments.class).find(tenant).orElseThrow().customer().id().orElseThrow();
    return till.client
        .v1()
        .invoices()
        .list(InvoiceListParams.builder().setCustomer(customer).build())
        .getData();
  }

  private <T> T bean(Class<T> type) {
    return till.world.bean(type);
  }
}
