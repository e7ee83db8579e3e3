package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.EventFeed;
import dev.tollgate.core.billing.EventVerifier;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.Portal;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.Statements;
import dev.tollgate.core.payments.CardPayments;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.usage.MeterReports;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import dev.tollgate.testkit.servers.LocalAws;
import dev.tollgate.testkit.servers.SecretsServer;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StripeFactoryTest {
  private final Map<String, String> stored = new HashMap<>();
  private final SecretsServer secrets = SecretsServer.start(() -> stored);

  @AfterEach
  void stop() {
    secrets.close();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ProviderCustomers.class,
        Checkouts.class,
        Portal.class,
        Contracts.class,
        Statements.class,
        Happenings.class,
        EventVerifier.class,
        EventFeed.class,
        ProviderCatalogue.class,
        MeterReports.class,
        CardPayments.class
      })
  void everyPortIsThere(Class<?> port) {
    stored.put("stripe", "{\"api_key\": \"sk_test_1\"}");
    try (ApplicationContext context = function("stripe")) {
      assertThat(context.getBean(port)).isNotNull();
    }
  }

  @Test
  void theSecretMakesAnAccount() {
    stored.put("stripe", "{\"api_key\": \"sk_test_1\"}");
    try (ApplicationContext context = function("stripe")) {
      assertThat(context.getBean(ProviderCustomers.class).isConfigured()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stripe"})
  void withoutASecretThereIsNoneAndNothingBreaks(String name) {
    try (ApplicationContext context = function(name)) {
      assertThat(context.getBean(ProviderCustomers.class).isConfigured()).isFalse();
    }
  }

  @Test
  void aMalformedSecretStopsTheStart() {
    stored.put("stripe", "sk_test_naked");
    try (ApplicationContext context = function("stripe")) {
      assertThatThrownBy(() -> context.getBean(EventVerifier.class))
          .hasRootCauseInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void primingReadsTheModelsAndAsksNobody() {
    try (ApplicationContext context = function("")) {
      context.getBeansOfType(PrimedAtSnapshot.class).forEach(PrimedAtSnapshot::prime);
    }
  }

  private ApplicationContext function(String secret) {
    PlanCatalogue catalogue = Fixtures.catalogue("team", "price_1");
    return FunctionContext.start(
        Map.of(
            "STAGE",
            "local",
            "EDITION",
            "pm33",
            "AWS_REGION",
            LocalAws.REGION,
            "AWS_ACCESS_KEY_ID",
            LocalAws.ACCESS_KEY_ID,
            "AWS_SECRET_ACCESS_KEY",
            LocalAws.SECRET_ACCESS_KEY,
            "SECRETS_ENDPOINT",
            secrets.endpoint().toString(),
            "STRIPE_SECRET",
            secret),
        List.of(catalogue));
  }
}
