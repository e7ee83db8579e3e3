package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tollgate.core.billing.UnknownPlan;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ContractReaderTest {
  private final Canned stripe = new Canned();
  private final JsonObject json = Fixtures.json("subscription.json");

  @AfterEach
  void stop() {
    stripe.close();
  }

  @Test
  void aSubscriptionIsReadFromItsLicensedItem() {
    assertThat(read())
        .isEqualTo(
            new Contract(
                "sub_1",
                ContractStatus.ACTIVE,
                "scale",
                BillingInterval.ANNUAL,
                "USD",
                5,
                Instant.ofEpochSecond(1785542400),
                Instant.ofEpochSecond(1785542400),
                Instant.ofEpochSecond(1817078400),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty()));
    assertThat(stripe.calls()).isEmpty();
  }

  @Test
  void aCancellationOnThePortalPageSetsTheMomentOnly() {
    json.addProperty("cancel_at", 1790812800L);
    assertThat(read().cancelsAt()).contains(Instant.ofEpochSecond(1790812800L));
  }

  @Test
  void theFlagAloneMeansTheEndOfThePeriod() {
    json.addProperty("cancel_at_period_end", true);
    assertThat(read().cancelsAt()).contains(Instant.ofEpochSecond(1817078400));
  }

  @Test
  void whatIsOverHasAnEndAndNoOtherWish() {
    json.addProperty("status", "canceled");
    json.addProperty("cancel_at", 1788000000L);
    json.addProperty("ended_at", 1788000001L);
    Contract contract = read();
    assertThat(contract.status()).isEqualTo(ContractStatus.CANCELED);
    assertThat(contract.endedAt()).contains(Instant.ofEpochSecond(1788000001L));
    assertThat(contract.cancelsAt()).isEmpty();
  }

  @Test
  void aFirstPaymentThatNeverCameIsOverToo() {
    json.addProperty("status", "incomplete_expired");
    json.addProperty("canceled_at", 1785625200L);
    assertThat(read().endedAt()).contains(Instant.ofEpochSecond(1785625200L));
  }

  @Test
  void pausedCollectionAndATrialAreNoted() {
    json.add("pause_collection", JsonParser.parseString("{\"behavior\": \"void\"}"));
    json.addProperty("status", "trialing");
    json.addProperty("trial_end", 1786406400L);
    Contract contract = read();
    assertThat(contract.collectionPaused()).isTrue();
    assertThat(contract.trialEnd()).contains(Instant.ofEpochSecond(1786406400L));
  }

  @Test
  void aPriceWithoutANoteIsFoundInTheCatalogueBeforeTheSubscriptionIsAsked() {
    price().add("metadata", new JsonObject());
    assertThat(reader("enterprise", "price_seats").read(Fixtures.subscription(json)).plan())
        .isEqualTo("enterprise");
    assertThat(reader("enterprise", "price_other").read(Fixtures.subscription(json)).plan())
        .isEqualTo("team");
  }

  @Test
  void theProductIsAskedLast() {
    price().add("metadata", new JsonObject());
    json.add("metadata", new JsonObject());
    stripe.on(
        "GET /v1/products/prod_1",
        200,
        "{\"id\": \"prod_1\", \"object\": \"product\", \"metadata\": {\"tollgate_plan\":"
            + " \"team\"}}");
    assertThat(read().plan()).isEqualTo("team");
  }

  @Test
  void aPriceThatStandsForNoPlanIsSaidSo() {
    price().add("metadata", JsonNull.INSTANCE);
    json.add("metadata", new JsonObject());
    assertThatThrownBy(this::read)
        .isInstanceOf(UnknownPlan.class)
        .hasMessageContaining("sub_1")
        .hasMessageContaining("price_seats");
  }

  @Test
  void usageAloneIsNoPlan() {
    json.getAsJsonObject("items").getAsJsonArray("data").remove(1);
    assertThatThrownBy(this::read).isInstanceOf(UnknownPlan.class);
  }

  @Test
  void aWeeklyPriceIsNoPlan() {
    price().getAsJsonObject("recurring").addProperty("interval", "week");
    assertThatThrownBy(this::read).isInstanceOf(UnknownPlan.class);
  }

  private Contract read() {
    return reader("starter", "price_other").read(Fixtures.subscription(json));
  }

  private ContractReader reader(String plan, String price) {
    return new ContractReader(new PlanNames(stripe.api(), Fixtures.catalogue(plan, price)));
  }

  private JsonObject price() {
    return json.getAsJsonObject("items")
        .getAsJsonArray("data")
        .get(1)
        .getAsJsonObject()
        .getAsJsonObject("price");
  }
}
