package dev.tollgate.stripelocal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.settings.Settings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationTest {
  @ParameterizedTest
  @CsvSource({
    "Bearer sk_test_abc, 200",
    "Bearer rk_test_abc, 200",
    "Bearer sk_live_abc, 401",
    "Bearer sk_test_, 401",
    "Bearer nonsense, 401",
    "Digest x, 401"
  })
  void onlyTestKeysAreTaken(String authorization, int status) {
    try (TestStripe stripe = TestStripe.start()) {
      assertThat(get(stripe, "Authorization", authorization, "Stripe-Version", TestStripe.VERSION))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(status);
    }
  }

  @Test
  void theKeyMayBeTheUserOfBasic() {
    String pair =
        Base64.getEncoder().encodeToString("sk_test_abc:".getBytes(StandardCharsets.UTF_8));
    try (TestStripe stripe = TestStripe.start(Settings.defaults())) {
      assertThat(get(stripe, "Authorization", "Basic " + pair).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutAKeyTheEnvelopeSaysHow() {
    try (TestStripe stripe = TestStripe.start(Settings.defaults())) {
      HttpResponse<String> answer = get(stripe);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("You did not provide an API key");
    }
  }

  @Test
  void aWrongKeyIsMasked() {
    try (TestStripe stripe = TestStripe.start(Settings.defaults())) {
      assertThat(get(stripe, "Authorization", "Bearer sk_live_secret").body())
          .contains("Invalid API Key provided: sk_live_****")
          .doesNotContain("secret");
    }
  }

  @Test
  void anotherReleaseIsRefusedAndStrictModeWantsTheVersion() {
    try (TestStripe lenient = TestStripe.start(Settings.defaults());
        TestStripe strict = TestStripe.start()) {
      String[] key = {"Authorization", "Bearer sk_test_abc"};
      assertThat(get(lenient, key).statusCode()).isEqualTo(200);
      assertThat(get(strict, key).statusCode()).isEqualTo(400);
      assertThat(get(lenient, key[0], key[1], "Stripe-Version", "2025-09-30.clover").statusCode())
          .isEqualTo(400);
      assertThat(get(lenient, key[0], key[1], "Stripe-Version", "2026-03-25.dahlia").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void everyAnswerNamesItsRequestAndTheVersion() {
    try (TestStripe stripe = TestStripe.start()) {
      HttpResponse<String> answer =
          stripe.raw(
              "POST",
              "/v1/customers",
              "name=x",
              "Authorization",
              "Bearer sk_test_a",
              "Stripe-Version",
              TestStripe.VERSION,
              "Idempotency-Key",
              "k1");
      assertThat(answer.headers().firstValue("Request-Id").orElseThrow()).startsWith("req_");
      assertThat(answer.headers().firstValue("Stripe-Version")).hasValue(TestStripe.VERSION);
      assertThat(answer.headers().firstValue("Idempotency-Key")).hasValue("k1");
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }
  }

  private static HttpResponse<String> get(TestStripe stripe, String... headers) {
    return stripe.raw("GET", "/v1/customers", null, headers);
  }
}
