package dev.tollgate.stripelocal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.param.CustomerCreateParams;
import dev.tollgate.stripelocal.Inbox;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.settings.Settings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  private static final List<String> IN_ORDER =
      IntStream.range(0, 8).mapToObj(Integer::toString).toList();

  @Test
  void aSeedShufflesTheSameWayEachTime() throws Exception {
    List<String> first = arrivals(Settings.defaults().strict().shuffled(7));

    assertThat(first).containsExactlyInAnyOrderElementsOf(IN_ORDER).isNotEqualTo(IN_ORDER);
    assertThat(arrivals(Settings.defaults().strict().shuffled(7))).isEqualTo(first);
    assertThat(arrivals(Settings.defaults().strict())).isEqualTo(IN_ORDER);
  }

  /** Eight events released in one go. */
  private static List<String> arrivals(Settings settings) throws StripeException {
    try (TestStripe stripe = TestStripe.start(settings)) {
      Inbox inbox = stripe.inbox();
      stripe.test("knobs", "{\"delay\":true}");
      for (String name : IN_ORDER) {
        stripe
            .client()
            .v1()
            .customers()
            .create(CustomerCreateParams.builder().setName(name).build());
      }
      stripe.test("deliveries/release", "{}");
      return inbox.await("customer.created", IN_ORDER.size()).stream()
          .map(letter -> Json.read(letter.body()).path("data").path("object").path("name").asText())
          .toList();
    }
  }
}
