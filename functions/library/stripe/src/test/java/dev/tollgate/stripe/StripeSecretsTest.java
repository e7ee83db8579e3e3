package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StripeSecretsTest {
  private static final String FIRST = "{\"api_key\": \"sk_test_first\"}";
  private static final String SECOND = "{\"api_key\": \"sk_test_second\"}";

  @Test
  void allSecretsCountWhateverTheirEndpoint() {
    StripeSecrets secrets = Fixtures.keys().current();
    assertThat(secrets.apiKey()).isEqualTo(Fixtures.API_KEY);
    assertThat(secrets.webhookSecrets())
        .containsExactly(Fixtures.NEW_SECRET, Fixtures.OLD_SECRET, Fixtures.THIN_SECRET);
    assertThat(secrets.isLive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk_live_1", "rk_live_1"})
  void aLiveKeyMovesRealMoney(String key) {
    assertThat(StripeSecrets.parse("{\"api_key\": \"%s\"}".formatted(key)).isLive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"api_key\": \"\"}"})
  void withoutAKeyThereIsNoAccount(String secret) {
    assertThat(StripeSecrets.parse(secret).isConfigured()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sk_test_naked",
        "[]",
        "{\"api_key\": 7}",
        "{\"api_key\": null}",
        "{\"api_key\": \"pk_test_1\"}",
        "{\"api_key\": \"sk_test_1\\n\"}",
        "{\"apikey\": \"sk_test_1\"}",
        "{\"api_key\": \"sk_test_1\", \"webhook_secret\": \"whsec_1\"}",
        "{\"api_key\": \"sk_test_1\", \"webhook_secrets\": \"whsec_1\"}",
        "{\"api_key\": \"sk_test_1\", \"webhook_secrets\": [7]}"
      })
  void aMalformedSecretStopsTheStartAndIsNotShown(String secret) {
    assertThatThrownBy(() -> Fixtures.keys(secret))
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause()
        .hasMessageNotContaining("sk_test")
        .hasMessageNotContaining("whsec");
  }

  @Test
  void secretsDoNotPrintThemselves() {
    assertThat(Fixtures.keys().current().toString()).doesNotContain("sk_").doesNotContain("whsec");
  }

  @Test
  void noSecretIsNoAccount() {
    assertThat(
            new StripeKeys(Optional::empty, Fixtures.time(), Fixtures.log())
                .current()
                .isConfigured())
        .isFalse();
  }

  @Test
  void keysAreReadAgainAfterFiveMinutes() {
    Rolling rolling = new Rolling();
    StripeKeys keys = rolling.keys();
    rolling.text.set(SECOND);

    rolling.now.set(Fixtures.NOW.plus(StripeKeys.FRESH).minusSeconds(1));
    assertThat(keys.current().apiKey()).isEqualTo("sk_test_first");
    rolling.now.set(Fixtures.NOW.plus(StripeKeys.FRESH));
    assertThat(keys.current().apiKey()).isEqualTo("sk_test_second");
    assertThat(rolling.reads).hasValue(2);
  }

  @Test
  void keysThatCannotBeReadAgainStayGood() {
    Rolling rolling = new Rolling();
    StripeKeys keys = rolling.keys();
    rolling.now.set(Fixtures.NOW.plus(StripeKeys.FRESH));
    rolling.text.set("broken");
    assertThat(keys.current().apiKey()).isEqualTo("sk_test_first");
    rolling.now.set(Fixtures.NOW.plus(StripeKeys.FRESH.multipliedBy(2)));
    rolling.text.set(null);
    assertThat(keys.current().apiKey()).isEqualTo("sk_test_first");
  }

  /** A secret and a clock that a test changes. */
  private static final class Rolling {
    final AtomicReference<String> text = new AtomicReference<>(FIRST);
    final AtomicReference<Instant> now = new AtomicReference<>(Fixtures.NOW);
    final AtomicInteger reads = new AtomicInteger();

    StripeKeys keys() {
      return new StripeKeys(this::read, time(), Fixtures.log());
    }

    private Optional<String> read() {
      reads.incrementAndGet();
      if (text.get() == null) {
        throw new Unavailable("nobody there");
      }
      return Optional.of(text.get());
    }

    private Time time() {
      return new Time() {
        @Override
        public Instant now() {
          return now.get();
        }

        @Override
        public Instant now(TenantId tenant) {
          return now.get();
        }
      };
    }
  }
}
