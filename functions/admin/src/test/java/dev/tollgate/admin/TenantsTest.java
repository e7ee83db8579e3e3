package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.admin.Caller.Answer;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.kernel.TenantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at tenants, suspending and restoring them. */
class TenantsTest {
  private static final String TENANTS = World.ADMIN + "/tenants/";

  private final World world = new World();
  private final TenantId tenant = world.tenants.founded();
  private final String path = TENANTS + tenant.value();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aTenantIsShownWithItsSubscriptionAndItsStanding() {
    assertThat(world.platformOwner().get(path).text())
        .isEqualTo(
            "{\"id\":\""
                + tenant.value()
                + "\",\"name\":\"Acme\",\"time_zone\":\"UTC\","
                + "\"created_at\":\"2020-01-01T00:00:00Z\","
                + "\"standing\":{\"state\":\"good\",\"cause\":null,\"reason\":null,\"since\":null},"
                + "\"status\":\"active\",\"plan\":\"free\",\"live\":true,\"trial_ends_at\":null,"
                + "\"seats\":null,\"current_period_end\":null,\"cancels_at\":null}");
  }

  @Test
  void aTenantIsSuspendedAndRestored() {
    Answer suspended = suspend("{\"reason\":\" Phishing. \"}");
    assertThat(suspended.status()).isEqualTo(200);
    assertThat(suspended.field("standing/state")).isEqualTo("suspended");
    assertThat(suspended.field("standing/cause")).isEqualTo("administrator");
    assertThat(suspended.field("standing/reason")).isEqualTo("Phishing.");
    assertThat(suspended.field("standing/since")).isNotNull();
    assertThat(world.platformOwner().get(path).text()).isEqualTo(suspended.text());
    assertThat(suspend("{\"reason\":\"Again\"}").outcome()).isEqualTo("409 already_suspended");

    Answer restored = world.platformOwner().post(path + "/unsuspend", "");
    assertThat(restored.status()).isEqualTo(200);
    assertThat(restored.field("standing/state")).isEqualTo("good");
    assertThat(world.platformOwner().post(path + "/unsuspend", "").outcome())
        .isEqualTo("409 not_suspended");
    assertThat(world.tenants.trail).hasSize(2).allMatch(entry -> entry.tenant().equals(tenant));
  }

  @Test
  void theTermsMayBeTheCause() {
    assertThat(suspend("{\"reason\":\"x\",\"cause\":\"terms_of_service\"}").field("standing/cause"))
        .isEqualTo("terms_of_service");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\":null}",
        "{\"reason\":\"  \"}",
        "{\"reason\":7}",
        "{\"reason\":[\"x\"]}",
        "{\"reason\":\"a\\nb\"}",
        "{\"reason\":\"x\",\"cause\":\"failed_payments\"}",
        "{\"reason\":\"x\",\"cause\":\"\"}"
      })
  void aWishThatIsNotRightChangesNothing(String body) {
    assertThat(suspend(body).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.tenants.standing(tenant)).isEqualTo(new Standing.Good());
  }

  @Test
  void aReasonIsAtMostFiveHundredCharactersLong() {
    assertThat(suspend("{\"reason\":\"" + "x".repeat(501) + "\"}").status()).isEqualTo(422);
    assertThat(suspend("{\"reason\":\"" + "x".repeat(500) + "\"}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ten_00000000000000000000000009",
        "ten_0",
        "usr_00000000000000000000000000",
        "TEN_00000000000000000000000000",
        "%20",
        "%F0%9F%92%B8",
        "ten_0000000000000000000000000l"
      })
  void unknownAndMalformedIdsAnswerAlike(String id) {
    String expected = world.platformOwner().get(TENANTS + "ten_unknown").text();
    assertThat(world.platformOwner().get(TENANTS + id).text()).isEqualTo(expected);
    assertThat(world.platformOwner().post(TENANTS + id + "/suspend", "{\"reason\":\"x\"}").text())
        .isEqualTo(expected);
    assertThat(world.platformOwner().post(TENANTS + id + "/unsuspend", "").text())
        .isEqualTo(expected);
  }

  @Test
  void thePlatformDoesNotSuspendItself() {
    String own = TENANTS + People.TENANT.value();
    assertThat(world.platformOwner().post(own + "/suspend", "{\"reason\":\"x\"}").outcome())
        .isEqualTo("409 own_tenant");
  }

  @Test
  void aStoreThatDoesNotAnswerIsNoRefusal() {
    world.tenants.down = true;
    assertThat(suspend("{\"reason\":\"x\"}").status()).isEqualTo(503);
  }

  private Answer suspend(String body) {
    return world.platformOwner().post(path + "/suspend", body);
  }
}
