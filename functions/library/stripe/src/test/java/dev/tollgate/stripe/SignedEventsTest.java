package dev.tollgate.stripe;

import static dev.tollgate.stripe.Fixtures.NEW_SECRET;
import static dev.tollgate.stripe.Fixtures.NOW;
import static dev.tollgate.stripe.Fixtures.OLD_SECRET;
import static dev.tollgate.stripe.Fixtures.THIN_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.net.Webhook;
import dev.tollgate.core.billing.EventVerifier.Verdict;
import dev.tollgate.core.billing.ProviderEvent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedEventsTest {
  private static final String BODY = Fixtures.text("event.json");

  private final SignedEvents events = new SignedEvents(Fixtures.keys());

  @Test
  void aSignedEventSaysWhatItIsAbout() {
    assertThat(verify(BODY, signed(BODY, NEW_SECRET, NOW)))
        .isEqualTo(
            new Verdict.Genuine(
                new ProviderEvent(
                    "evt_1",
                    "invoice.paid",
                    Instant.ofEpochSecond(1788227990),
                    "in_1",
                    Optional.of("cus_1"))));
  }

  @Test
  void theSecretBeforeThisOneCountsToo() {
    assertThat(verify(BODY, signed(BODY, OLD_SECRET, NOW))).isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void whileTheyRollASecretOneOfTheirSignaturesIsEnough() {
    String stranger = signed(BODY, "whsec_stranger00000000000000", NOW);
    String ours = signed(BODY, NEW_SECRET, NOW);
    assertThat(verify(BODY, stranger + "," + ours.substring(ours.indexOf("v1="))))
        .isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void aThinEventIsReadTheSameWay() {
    String thin = Fixtures.text("thin.json");
    assertThat(verify(thin, signed(thin, THIN_SECRET, NOW)))
        .isEqualTo(
            new Verdict.Genuine(
                new ProviderEvent(
                    "evt_test_65",
                    "v1.billing.meter.error_report_triggered",
                    Instant.parse("2026-09-01T01:59:50Z"),
                    "mtr_1",
                    Optional.empty())));
  }

  @Test
  void anEventOfACustomerNamesTheCustomer() {
    assertThat(about(object("{\"id\": \"cus_7\", \"object\": \"customer\", \"customer\": null}")))
        .isEqualTo(Optional.of("cus_7"));
  }

  @Test
  void aDetachedCardNamesWhoseItWas() {
    JsonObject event = object("{\"id\": \"pm_1\", \"object\": \"payment_method\"}");
    event
        .getAsJsonObject("data")
        .add("previous_attributes", JsonParser.parseString("{\"customer\": \"cus_8\"}"));
    assertThat(about(event)).isEqualTo(Optional.of("cus_8"));
  }

  @Test
  void anObjectWithoutAnIdLeavesTheEventItself() {
    String body =
        object("{\"object\": \"billing.alert_triggered\", \"customer\": \"cus_1\"}").toString();
    assertThat(verify(body, signed(body, NEW_SECRET, NOW)))
        .extracting(verdict -> ((Verdict.Genuine) verdict).event().subject())
        .isEqualTo("evt_1");
  }

  @Test
  void fiveMinutesAreFineInBothDirectionsAndNoSecondMore() {
    Duration limit = SignedEvents.TOLERANCE;
    assertThat(verify(BODY, signed(BODY, NEW_SECRET, NOW.minus(limit))))
        .isInstanceOf(Verdict.Genuine.class);
    assertThat(verify(BODY, signed(BODY, NEW_SECRET, NOW.plus(limit))))
        .isInstanceOf(Verdict.Genuine.class);
    assertForged(BODY, signed(BODY, NEW_SECRET, NOW.minus(limit).minusSeconds(1)));
    assertForged(BODY, signed(BODY, NEW_SECRET, NOW.plus(limit).plusSeconds(1)));
    assertForged(BODY, signed(BODY, NEW_SECRET, NOW.plus(Duration.ofHours(1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "=",
        "t",
        "t=",
        "t,v1=ab",
        "t=1,v1",
        "t=zz,v1=ab",
        "v1=ab",
        "t=99999999999999999999,v1=ab",
        "t=-1,v1=ab",
        "t=9223372036854775807,v1=ab",
        "t=1788228000",
        "t=1788228000,v1=",
        "t=1788228000,v1=ab",
        "t=1788228000,v2=ab",
        "t=1788228000;v1=ab",
        "nonsense",
        "\u0000",
        "t=\u0661,v1=ab"
      })
  void aMalformedHeaderIsAForgery(String header) {
    assertForged(BODY, header);
  }

  @Test
  void aGoodSignatureInABadFormIsAForgery() {
    String good = signed(BODY, NEW_SECRET, NOW);
    assertForged(BODY, good.replace("v1=", "v0="));
    assertForged(BODY, good.replace(",", ", "));
    String signature = good.substring(good.indexOf("v1=") + 3);
    assertForged(BODY, good.replace(signature, signature.toUpperCase(Locale.ROOT)));
    assertForged(BODY, good + ",t=1");
    assertForged(BODY, "t=1," + good);
    assertForged(BODY, good + "," + "x".repeat(SignedEvents.LONGEST_HEADER));
  }

  @Test
  void noHeaderIsAForgery() {
    assertThat(events.verify(bytes(BODY), Optional.empty(), NOW)).isEqualTo(new Verdict.Forged());
  }

  @Test
  void anotherBodyIsAForgery() {
    assertForged(BODY + " ", signed(BODY, NEW_SECRET, NOW));
    assertForged(BODY.replace("in_1", "in_2"), signed(BODY, NEW_SECRET, NOW));
  }

  @Test
  void bytesThatAreNoTextAreAForgery() {
    String replaced = "\uFFFD";
    assertThat(
            events.verify(
                new byte[] {(byte) 0xff}, Optional.of(signed(replaced, NEW_SECRET, NOW)), NOW))
        .isEqualTo(new Verdict.Forged());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"event\"",
        "{",
        "nonsense",
        "{}",
        "{\"object\": \"event\"}",
        "{\"object\": \"charge\", \"id\": \"evt_1\", \"livemode\": false}",
        "{\"object\": \"event\", \"id\": \"evt_1\", \"type\": \"a\", \"livemode\": false,"
            + " \"created\": \"x\", \"data\": {\"object\": {}}}",
        "{\"object\": \"event\", \"id\": \"evt_1\", \"type\": \"a\", \"livemode\": false,"
            + " \"data\": {\"object\": {}}}",
        "{\"object\": \"event\", \"id\": \"evt_1\", \"type\": \"a\", \"livemode\": \"false\","
            + " \"created\": 1, \"data\": {\"object\": {}}}",
        "{\"object\": \"event\", \"id\": 7, \"type\": \"a\", \"livemode\": false,"
            + " \"created\": 1, \"data\": {\"object\": {}}}",
        "{\"object\": \"event\", \"id\": \"evt_1\", \"type\": \"a\", \"livemode\": false,"
            + " \"created\": 1, \"data\": {\"object\": []}}",
        "{\"object\": \"v2.core.event\", \"id\": \"evt_1\", \"type\": \"a\", \"livemode\": false,"
            + " \"created\": \"yesterday\"}"
      })
  void aSignedBodyThatIsNoEventIsRefusedLikeAForgery(String body) {
    assertForged(body, signed(body, NEW_SECRET, NOW));
  }

  @Test
  void anOversizedBodyIsNotEvenLookedAt() {
    String large = BODY + " ".repeat(SignedEvents.LONGEST_BODY);
    assertForged(large, signed(large, NEW_SECRET, NOW));
  }

  @Test
  void aDeepBodyIsAForgeryAndNoOverflow() {
    String deep = "[".repeat(200_000);
    assertForged(deep, signed(deep, NEW_SECRET, NOW));
  }

  @Test
  void theOtherModeIsToldApart() {
    String live = BODY.replace("\"livemode\": false", "\"livemode\": true");
    assertThat(verify(live, signed(live, NEW_SECRET, NOW))).isEqualTo(new Verdict.OtherMode());

    SignedEvents real =
        new SignedEvents(
            Fixtures.keys(
                "{\"api_key\": \"rk_live_1\", \"webhook_secrets\": [\"%s\"]}"
                    .formatted(NEW_SECRET)));
    assertThat(real.verify(bytes(BODY), Optional.of(signed(BODY, NEW_SECRET, NOW)), NOW))
        .isEqualTo(new Verdict.OtherMode());
    assertThat(real.verify(bytes(live), Optional.of(signed(live, NEW_SECRET, NOW)), NOW))
        .isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void theOtherModeOfAStrangerIsAForgery() {
    String live = BODY.replace("\"livemode\": false", "\"livemode\": true");
    assertForged(live, signed(live, "whsec_stranger00000000000000", NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "whsec_", "whsec_short"})
  void anEmptyOrShortSecretVerifiesNothing(String weak) {
    SignedEvents careless =
        new SignedEvents(
            Fixtures.keys(
                "{\"api_key\": \"sk_test_1\", \"webhook_secrets\": [\"\", \"%s\"]}"
                    .formatted(weak)));
    assertThat(careless.verify(bytes(BODY), Optional.of(signed(BODY, weak, NOW)), NOW))
        .isEqualTo(new Verdict.Forged());
  }

  @Test
  void withoutAnAccountNothingIsGenuine() {
    SignedEvents none =
        new SignedEvents(Fixtures.keys("{\"webhook_secrets\": [\"%s\"]}".formatted(NEW_SECRET)));
    assertThat(none.verify(bytes(BODY), Optional.of(signed(BODY, NEW_SECRET, NOW)), NOW))
        .isEqualTo(new Verdict.Forged());
  }

  private void assertForged(String body, String header) {
    assertThat(verify(body, header)).isEqualTo(new Verdict.Forged());
  }

  private Verdict verify(String body, String header) {
    return events.verify(bytes(body), Optional.of(header), NOW);
  }

  private Optional<String> about(JsonObject event) {
    String body = event.toString();
    return ((Verdict.Genuine) verify(body, signed(body, NEW_SECRET, NOW))).event().customer();
  }

  private static JsonObject object(String json) {
    JsonObject event = Fixtures.json("event.json");
    event.getAsJsonObject("data").add("object", JsonParser.parseString(json));
    return event;
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static String signed(String body, String secret, Instant at) {
    try {
      return Webhook.Signature.generateSignatureHeader(body, secret, at.getEpochSecond());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
