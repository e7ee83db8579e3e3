package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.SubscriptionCreateParams;
import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import dev.tollgate.testkit.faults.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A burst as at the start of a month: the events of many customers, all at once. Twenty customers
 * by default; the thousand events of two hundred with {@code -Dcustomers=200}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrainTest {
  private static final int CUSTOMERS = Integer.getInteger("customers", 20);

  private Till till;

  @BeforeAll
  void start() {
    till = Till.of("tollgate");
    new SyncingPlans(
            till.world.bean(Edition.class),
            till.world.bean(PlanCatalogue.class),
            till.world.bean(ProviderCustomers.class),
            till.world.bean(ProviderCatalogue.class))
        .sync(false, true);
  }

  @AfterAll
  void stop() {
    till.close();
  }

  @Test
  void theEventsOfManyCustomersDrainWithoutAWrongState() throws StripeException {
    Seed seed = Seed.next("many events");
    List<TenantId> tenants = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      tenants.add(subscriber(i));
    }
    List<String> payloads = new ArrayList<>(till.payloads());
    Collections.shuffle(payloads, seed.random());
    assertThat(payloads).hasSizeGreaterThanOrEqualTo(5 * CUSTOMERS);

    till.world.faults.follow(Script.calm());
    long taking = System.nanoTime();
    for (String payload : payloads) {
      assertThat(till.deliver(payload).status()).isEqualTo(200);
    }
    long taken = System.nanoTime() - taking;
    int received = till.world.faults.calls().size();
    till.world.faults.follow(Script.calm());
    long draining = System.nanoTime();
    Race.run(Collections.<Callable<Integer>>nCopies(4, till::drain));
    long drained = System.nanoTime() - draining;

    for (TenantId tenant : tenants) {
      Contract contract =
          till.world.bean(Enrollments.class).find(tenant).orElseThrow().contract().orElseThrow();
      assertThat(contract.status()).isEqualTo(ContractStatus.ACTIVE);
      assertThat(contract.plan()).isEqualTo("pro");
    }
    assertThat(till.queued()).isZero();
    assertThat(till.world.count("LEDGER#")).as("one receipt each").isEqualTo(CUSTOMERS);
    int calls = till.world.faults.calls().size();
    assertThat(calls).as("calls to the table").isLessThanOrEqualTo(5 * payloads.size());
    System.out.printf(
        "%d events of %d customers: taken in %.2f ms and %.2f calls each, drained in %.2f ms and"
            + " %.2f table calls each%n",
        payloads.size(),
        CUSTOMERS,
        taken / 1e6 / payloads.size(),
        (double) received / payloads.size(),
        drained / 1e6 / payloads.size(),
        (double) calls / payloads.size());
  }

  private TenantId subscriber(int number) throws StripeException {
    String email = World.newEmail();
    till.world.caller().from("203.0.113." + number).register(email);
    TenantId tenant =
        till.world.bean(Directory.class).lookUp(new EmailAddress(email)).orElseThrow().tenant();
    String customer =
        till.world
            .bean(EnsuringCustomer.class)
            .ensure(tenant)
            .orElseThrow()
            .customer()
            .id()
            .orElseThrow();
    String card =
        till.client
            .v1()
            .paymentMethods()
            .attach(
                "pm_card_visa", PaymentMethodAttachParams.builder().setCustomer(customer).build())
            .getId();
    till.client
        .v1()
        .customers()
        .update(
            customer,
            CustomerUpdateParams.builder()
                .setInvoiceSettings(
                    CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(card)
                        .build())
                .build());
    till.client
        .v1()
        .subscriptions()
        .create(
            SubscriptionCreateParams.builder()
                .setCustomer(customer)
                .addItem(
                    SubscriptionCreateParams.Item.builder()
                        .setPrice(
                            till.world
                                .bean(PlanCatalogue.class)
                                .find("pro")
                                .orElseThrow()
                                .prices()
                                .monthly()
                                .orElseThrow())
                        .setQuantity(1L)
                        .build())
                .build());
    return tenant;
  }
}
