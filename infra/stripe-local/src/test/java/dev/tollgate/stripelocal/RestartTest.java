package dev.tollgate.stripelocal;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  private static final RequestOptions KEY = RequestOptions.builder().setIdempotencyKey("k").build();
  private static final CustomerCreateParams PARAMS =
      CustomerCreateParams.builder().setName("Example Tenant").build();

  private final Path data;
  private final MovableClock clock = new MovableClock(TestStripe.START);

  RestartTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void objectsEventsAndIdempotencyRecordsOutliveTheServer() throws Exception {
    Customer first;
    try (TestStripe stripe = TestStripe.start(data, clock)) {
      first = stripe.client().v1().customers().create(PARAMS, KEY);
    }
    try (TestStripe stripe = TestStripe.start(data, clock)) {
      Customer replayed = stripe.client().v1().customers().create(PARAMS, KEY);

      assertThat(replayed.getId()).isEqualTo(first.getId());
      assertThat(stripe.client().v1().customers().list().getData()).hasSize(1);
      assertThat(stripe.events("customer.created")).hasSize(1);
    }
  }

  @Test
  void aDeliveryThatWaitsForItsRetryIsMadeByTheNextServer() throws Exception {
    TestStripe before = TestStripe.start(data, clock);
    Inbox inbox = before.inbox();
    inbox.failNext(1);
    before.client().v1().customers().create(PARAMS);
    Inbox.await(() -> before.server().undelivered() == 0, () -> "the first attempt goes on");
    // The inbox stays open: only the server goes.
    before.server().close();

    try (TestStripe after = TestStripe.start(data, clock)) {
      assertThat(inbox.letters()).isEmpty();
      after.advance(Duration.ofMinutes(5));
      inbox.verified(inbox.await("customer.created", 1).getFirst(), clock);
      Inbox.await(() -> after.server().undelivered() == 0, () -> "the second attempt goes on");
      assertThat(
              after
                  .client()
                  .v1()
                  .events()
                  .list(EventListParams.builder().setDeliverySuccess(false).build())
                  .getData())
          .isEmpty();
    }
    inbox.close();
  }
}
