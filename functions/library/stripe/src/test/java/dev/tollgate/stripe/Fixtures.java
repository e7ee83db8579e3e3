package dev.tollgate.stripe;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.model.Subscription;
import com.stripe.net.ApiResource;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.lambda.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects as Stripe writes them, and what the room needs around it. */
final class Fixtures {
  static final Instant NOW = Instant.parse("2026-09-01T02:00:00Z");
  static final TenantId TENANT = new TenantId("ten_01jz0000000000000000000001");
  static final String API_KEY = "sk_test_51abc";
  static final String NEW_SECRET = "whsec_new0000000000000000000";
  static final String OLD_SECRET = "whsec_old0000000000000000000";
  static final String THIN_SECRET = "whsec_thin000000000000000000";

  private Fixtures() {}

  static String text(String file) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/stripe/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonObject json(String file) {
    return JsonParser.parseString(text(file)).getAsJsonObject();
  }

  static Subscription subscription(JsonObject json) {
    return ApiResource.GSON.fromJson(json, Subscription.class);
  }

  static ProviderEvent event(String type, String subject) {
    return new ProviderEvent("evt_1", type, NOW, subject, Optional.empty());
  }

  static Log log() {
    return new Log(new PrintStream(OutputStream.nullOutputStream(), true), "test");
  }

  /** The time stands still. */
  static Time time() {
    return new Time() {
      @Override
      public Instant now() {
        return NOW;
      }

      @Override
      public Instant now(TenantId tenant) {
        return NOW;
      }
    };
  }

  static StripeKeys keys() {
    return keys(
        "{\"api_key\": \"%s\", \"webhook_secrets\": [\"%s\", \"%s\"], \"thin_webhook_secrets\": [\"%s\"]}"
            .formatted(API_KEY, NEW_SECRET, OLD_SECRET, THIN_SECRET));
  }

  static StripeKeys keys(String secret) {
    return new StripeKeys(() -> Optional.of(secret), time(), log());
  }

  /** One plan of pm33 with a price of Stripe's. */
  static PlanCatalogue catalogue(String plan, String monthlyPrice) {
    List<ListedPlan> plans =
        List.of(
            new ListedPlan(
                EditionFiles.load("pm33").plan(plan),
                new ProviderPrices(Optional.of(monthlyPrice), Optional.empty(), Map.of()),
                1));
    return new PlanCatalogue() {
      @Override
      public List<ListedPlan> all() {
        return plans;
      }

      @Override
      public boolean replace(ListedPlan changed) {
        return false;
      }

      @Override
      public void invalidate() {}
    };
  }
}
