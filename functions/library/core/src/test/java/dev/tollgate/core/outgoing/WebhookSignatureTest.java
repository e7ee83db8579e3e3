package dev.tollgate.core.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookSignatureTest {
  /** The vector of Standard Webhooks' own libraries. */
  private static final WebhookSecret VECTOR =
      new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void theVectorOfTheSpecificationIsSignedAsItSays() {
    assertThat(WebhookSignature.of(ID, AT, BODY, List.of(VECTOR))).isEqualTo(SIGNATURE);
  }

  @Test
  void idTimeAndBodyAllCount() {
    assertThat(WebhookSignature.of("msg_other", AT, BODY, List.of(VECTOR))).isNotEqualTo(SIGNATURE);
    assertThat(WebhookSignature.of(ID, AT.plusSeconds(1), BODY, List.of(VECTOR)))
        .isNotEqualTo(SIGNATURE);
    assertThat(WebhookSignature.of(ID, AT, BODY + " ", List.of(VECTOR))).isNotEqualTo(SIGNATURE);
  }

  @Test
  void forADayAfterARotationBothSecretsSignAndThenTheNewOneAlone() {
    WebhookSecret next = WebhookSecret.random(new Random(1));
    SigningSecrets secrets = SigningSecrets.of(VECTOR).rotated(next, AT);

    assertThat(WebhookSignature.of(ID, AT, BODY, secrets.signing(AT)).split(" ", -1))
        .hasSize(2)
        .contains(SIGNATURE);
    Instant last = AT.plus(Duration.ofHours(24)).minusMillis(1);
    assertThat(secrets.signing(last)).containsExactly(next, VECTOR);
    assertThat(secrets.signing(last.plusMillis(1))).containsExactly(next);
  }

  @Test
  void aSecondRotationWithinTheDayDropsTheOldest() {
    WebhookSecret second = WebhookSecret.random(new Random(1));
    WebhookSecret third = WebhookSecret.random(new Random(2));

    SigningSecrets secrets = SigningSecrets.of(VECTOR).rotated(second, AT).rotated(third, AT);

    assertThat(secrets.signing(AT)).containsExactly(third, second);
  }

  @Test
  void aNewSecretHas32RandomBytesAndShowsNothing() {
    WebhookSecret secret = WebhookSecret.random(new Random(3));

    assertThat(secret.bytes()).hasSize(32);
    assertThat(secret).isNotEqualTo(WebhookSecret.random(new Random(4)));
    assertThat(SigningSecrets.of(secret).toString()).doesNotContain(secret.text().substring(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
  void whatIsNoSecretIsRefused(String text) {
    assertThatThrownBy(() -> new WebhookSecret(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
