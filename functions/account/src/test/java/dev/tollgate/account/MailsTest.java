package dev.tollgate.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.account.Caller.Answer;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mails somebody wants, and the link that turns them off. */
final class MailsTest {
  private static final String MAILS = "/api/v1/users/me/notifications";
  private static final String SECRET = "s".repeat(43);
  private static final String LINK =
      "/api/v1/notifications/unsubscribe?token=" + SECRET + "&topic=limit_alerts";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void nobodyGetsNewsWhoDidNotAskForThem() {
    assertThat(world.as(Role.VIEWER).get(MAILS).body())
        .isEqualTo(Map.of("trial_reminders", true, "limit_alerts", true, "product_news", false));
  }

  @Test
  void whatIsAbsentStays() {
    Answer answer = put("{\"limit_alerts\": false}");

    assertThat(answer.body())
        .isEqualTo(Map.of("trial_reminders", true, "limit_alerts", false, "product_news", false));
    assertThat(world.cabinet.chosen).isEqualTo(Map.of(MailTopic.LIMIT_ALERTS, false));
    assertThat(world.cabinet.audited)
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.MAILS_CHOSEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"security\": false}",
        "{\"limit_alerts\": \"no\"}",
        "{\"limit_alerts\": 0}"
      })
  void whatCannotBeChosenIsRefused(String body) {
    assertThat(put(body).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.cabinet.chosen).isEmpty();
  }

  @Test
  void openingTheLinkChangesNothingAndPostingItDoesAtOnce() {
    token(Purpose.UNSUBSCRIBE, world.now.plus(Duration.ofDays(1)));

    assertThat(world.anybody().send("GET", LINK, "").status()).isEqualTo(200);
    assertThat(world.cabinet.chosen).isEmpty();

    assertThat(world.anybody().send("POST", LINK, "List-Unsubscribe=One-Click").status())
        .isEqualTo(200);
    assertThat(world.cabinet.chosen).isEqualTo(Map.of(MailTopic.LIMIT_ALERTS, false));
    assertThat(world.anybody().send("POST", LINK, "").status()).isEqualTo(200);
  }

  @Test
  void anotherMailsTokenAndAnOldOneTurnNothingOff() {
    token(Purpose.RESET_PASSWORD, world.now.plus(Duration.ofDays(1)));
    assertThat(world.anybody().send("POST", LINK, "").outcome())
        .isEqualTo("400 token_invalid_or_expired");

    token(Purpose.UNSUBSCRIBE, world.now.minus(Duration.ofDays(1)));
    assertThat(world.anybody().send("GET", LINK, "").outcome())
        .isEqualTo("400 token_invalid_or_expired");
    assertThat(world.anybody().send("POST", LINK, "").outcome())
        .isEqualTo("400 token_invalid_or_expired");
    assertThat(world.cabinet.chosen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?token=x", "?topic=limit_alerts", "?token=x&topic=security"})
  void whatIsNoLinkOfOursIsRefused(String query) {
    assertThat(
            world.anybody().send("POST", "/api/v1/notifications/unsubscribe" + query, "").outcome())
        .isEqualTo("400 token_invalid_or_expired");
  }

  private Answer put(String body) {
    return world.as(Role.MEMBER).send("PUT", MAILS, body);
  }

  private void token(Purpose purpose, Instant expiresAt) {
    world.cabinet.issue(
        new OneTimeToken(
            Fingerprint.of(SECRET),
            purpose,
            People.TENANT,
            People.id(Role.MEMBER),
            1,
            expiresAt,
            Optional.empty()));
  }
}
