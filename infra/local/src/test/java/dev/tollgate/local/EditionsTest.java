package dev.tollgate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.fake.Chosen;
import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.functions.JarFunctions;
import dev.tollgate.local.stripe.PlansOnSale;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Editions beside the first one, with the packages that sell. */
class EditionsTest {
  private static final Path ROOT = Path.of("../..");

  @ParameterizedTest
  @CsvSource({"pm33, team, usd, 7900", "rms, pro, inr, 99900"})
  void itsPlansAreOnSaleInItsCurrency(String edition, String plan, String currency, long amount)
      throws Exception {
    try (LocalStack stack =
            LocalStack.start(
                Options.inMemory(ROOT)
                    .withEdition(edition)
                    .withFunctions(new Chosen(new JarFunctions(ROOT), "Signup", "Billing"))
                    .withSeeds(List.of(new PlansOnSale())));
        HttpClient client = HttpClient.newHttpClient()) {
      Visitor buyer =
          new Visitor(client, stack, "buyer@example.com", "a password for the editions");
      buyer.register();
      buyer.buy(plan);

      URI list = stack.stripe().baseUri().resolve("/v1/subscriptions");
      JsonNode subscriptions =
          Fakes.json(
              client
                  .send(
                      HttpRequest.newBuilder(list)
                          .header("authorization", "Bearer sk_test_local")
                          .build(),
                      BodyHandlers.ofString())
                  .body());
      assertThat(subscriptions.path("data")).hasSize(1);
      assertThat(subscriptions.at("/data/0/currency").asText()).isEqualTo(currency);
      assertThat(subscriptions.at("/data/0/items/data/0/price/unit_amount").asLong())
          .isEqualTo(amount);
    }
  }
}
