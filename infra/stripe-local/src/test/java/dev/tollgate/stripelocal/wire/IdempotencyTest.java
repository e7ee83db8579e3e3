package dev.tollgate.stripelocal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiException;
import com.stripe.exception.IdempotencyException;
import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import dev.tollgate.stripelocal.TestStripe;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
  private final TestStripe stripe = TestStripe.start();

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void theSameRequestIsAnsweredAgainWithoutBeingRunAgain() {
    HttpResponse<String> first = post("k", "/v1/customers", "name=a&email=a%40b.c");
    HttpResponse<String> second = post("k", "/v1/customers", "email=a%40b.c&name=a");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    assertThat(second.headers().firstValue("Original-Request"))
        .isEqualTo(first.headers().firstValue("Request-Id"));
    assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(customers()).isEqualTo(1);
  }

  @Test
  void anotherRequestUnderTheKeyIsRefused() throws Exception {
    create("k", "a");

    assertThatThrownBy(() -> create("k", "b"))
        .isInstanceOf(IdempotencyException.class)
        .hasMessageContaining("Try using a key other than 'k'");
    HttpResponse<String> otherPath = post("k", "/v1/products", "name=a");
    assertThat(otherPath.statusCode()).isEqualTo(400);
    assertThat(otherPath.body()).contains("idempotency_error");
  }

  @Test
  void aRefusedParameterDoesNotUseUpTheKey() {
    assertThat(post("k", "/v1/customers", "nmae=a").statusCode()).isEqualTo(400);
    assertThat(post("k", "/v1/customers", "name=a").statusCode()).isEqualTo(200);
  }

  @Test
  void anErrorOfExecutionIsKept() {
    String form = "test_clock=clock_x";
    HttpResponse<String> first = post("k", "/v1/customers", form);
    HttpResponse<String> second = post("k", "/v1/customers", form);

    assertThat(first.statusCode()).isEqualTo(400);
    assertThat(second.statusCode()).isEqualTo(400);
    assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
  }

  @Test
  void afterADayTheKeyIsNewAgain() {
    post("k", "/v1/customers", "name=a");
    stripe.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(post("k", "/v1/customers", "name=a").headers().firstValue("Idempotent-Replayed"))
        .isPresent();
    stripe.advance(Duration.ofSeconds(1));
    assertThat(post("k", "/v1/customers", "name=a").headers().firstValue("Idempotent-Replayed"))
        .isEmpty();
    assertThat(customers()).isEqualTo(2);
  }

  @Test
  void aKeyIsAtMost255CharactersLong() {
    assertThat(post("k".repeat(255), "/v1/customers", "name=a").statusCode()).isEqualTo(200);
    assertThat(post("k".repeat(256), "/v1/customers", "name=a").statusCode()).isEqualTo(400);
  }

  @Test
  void fiftyConcurrentPostsUnderOneKeyMakeOneCustomer() throws Exception {
    CountDownLatch together = new CountDownLatch(1);
    Callable<HttpResponse<String>> one =
        () -> {
          together.await();
          return post("k", "/v1/customers", "name=a");
        };
    List<Future<HttpResponse<String>>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        answers.add(threads.submit(one));
      }
      together.countDown();
    }
    List<HttpResponse<String>> all = new ArrayList<>();
    for (Future<HttpResponse<String>> answer : answers) {
      all.add(answer.get());
    }
    Map<Integer, Long> byStatus =
        all.stream()
            .map(HttpResponse::statusCode)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(customers()).isEqualTo(1);
    assertThat(byStatus.keySet()).isSubsetOf(200, 409);
    assertThat(all.stream().filter(a -> a.statusCode() == 200).map(HttpResponse::body).distinct())
        .hasSize(1);
  }

  @Test
  void aKeyIsTakenWhileItsRequestIsUnderWay() {
    Idempotency idempotency = new Idempotency();
    try (Idempotency.Claim _ = idempotency.claim("k")) {
      assertThatThrownBy(() -> idempotency.claim("k"))
          .isInstanceOfSatisfying(
              StripeError.class,
              refusal -> {
                assertThat(refusal.status()).isEqualTo(409);
                assertThat(refusal.code()).isEqualTo("idempotency_key_in_use");
              });
    }
    idempotency.claim("k").close();
  }

  @Test
  void anAnswerThatWasLostIsReplayedToTheRetry() {
    stripe.test("knobs", "{\"cut_connection\":{\"count\":1,\"path\":\"/v1/customers\"}}");

    assertThatThrownBy(() -> post("k", "/v1/customers", "name=a"))
        .isInstanceOf(java.io.UncheckedIOException.class);
    HttpResponse<String> retry = post("k", "/v1/customers", "name=a");
    assertThat(retry.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    assertThat(customers()).isEqualTo(1);
  }

  @Test
  void aRequestRefusedByAKnobIsNotKept() throws Exception {
    stripe.test("knobs", "{\"fail_next\":{\"status\":500,\"count\":1,\"path\":\"/v1/customers\"}}");

    assertThatThrownBy(() -> create("k", "a")).isInstanceOf(ApiException.class);
    assertThat(create("k", "a").getName()).isEqualTo("a");
  }

  private Customer create(String key, String name) throws com.stripe.exception.StripeException {
    return stripe
        .client()
        .v1()
        .customers()
        .create(
            CustomerCreateParams.builder().setName(name).build(),
            RequestOptions.builder().setIdempotencyKey(key).build());
  }

  private HttpResponse<String> post(String key, String path, String form) {
    return stripe.raw(
        "POST",
        path,
        form,
        "Authorization",
        "Bearer " + TestStripe.KEY,
        "Stripe-Version",
        TestStripe.VERSION,
        "Idempotency-Key",
        key);
  }

  private int customers() {
    try {
      return stripe.client().v1().customers().list().getData().size();
    } catch (com.stripe.exception.StripeException e) {
      throw new IllegalStateException(e);
    }
  }
}
