package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tollgate.admin.Caller.Answer;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marking a tenant as a sandbox and turning its clock. */
class SandboxTest {
  private static final String TENANTS = World.ADMIN + "/tenants/";

  private final World world = new World();
  private final TenantId tenant = world.tenants.founded();
  private final String sandbox = TENANTS + tenant.value() + "/sandbox";
  private final String clock = TENANTS + tenant.value() + "/clock";

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aTenantIsMarkedOnceAndTheTrailSaysByWhom() {
    Answer marked = world.platformOwner().post(sandbox, "");
    assertThat(marked.text()).isEqualTo("{\"id\":\"" + tenant.value() + "\",\"turned\":false}");
    assertThat(world.platformOwner().post(sandbox, "").text()).isEqualTo(marked.text());
    assertThat(world.clocks.trail)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo(AuditAction.SANDBOX_MARKED);
              assertThat(entry.tenant()).isEqualTo(tenant);
            });
  }

  @Test
  void aMarkIsTakenBackAsLongAsTheClockWasNeverTurned() {
    assertThat(world.platformOwner().send("DELETE", sandbox, "").outcome())
        .isEqualTo("409 not_a_sandbox");
    world.platformOwner().post(sandbox, "");
    assertThat(world.platformOwner().send("DELETE", sandbox, "").status()).isEqualTo(204);
    assertThat(world.clocks.marked).isEmpty();

    world.platformOwner().post(sandbox, "");
    turn("{\"advance\":\"P1D\"}");
    assertThat(world.platformOwner().send("DELETE", sandbox, "").outcome())
        .isEqualTo("409 clock_turned");
    assertThat(world.clocks.marked).containsKey(tenant);
  }

  @Test
  void aClockThatIsTurnedIsOnItsWayAndTheTenantLivesByIt() {
    world.platformOwner().post(sandbox, "");
    Instant now = time(world.platformOwner().get(clock), "now");
    Answer turned = turn("{\"advance\":\"P1M\"}");
    assertThat(turned.status()).isEqualTo(202);
    Instant target = time(turned, "target");
    assertThat(target)
        .isCloseTo(
            now.atZone(java.time.ZoneOffset.UTC).plusMonths(1).toInstant(),
            within(1, ChronoUnit.MINUTES));
    assertThat(time(world.platformOwner().get(clock), "target")).isEqualTo(target);
    assertThat(world.clocks.trail)
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.SANDBOX_MARKED, AuditAction.CLOCK_TURNED);

    Instant later = target.plusSeconds(60);
    assertThat(time(turn("{\"to\":\"" + later + "\"}"), "target")).isEqualTo(later);
  }

  @Test
  void whereTheClockIsTheTenantIsAndNobodyElse() {
    world.clocks.marked.put(
        tenant, new SandboxClock(tenant, Duration.ofDays(365), Optional.empty()));
    TenantId other = world.tenants.founded();
    Instant theirs = now(TENANTS + tenant.value() + "/clock");
    Instant others = now(TENANTS + other.value() + "/clock");
    assertThat(Duration.between(others, theirs))
        .isBetween(Duration.ofDays(364), Duration.ofDays(366));
    assertThat(others).isCloseTo(now(TENANTS + People.TENANT.value() + "/clock"), minute());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"advance\":\"P1D\",\"to\":\"2099-01-01T00:00:00Z\"}",
        "{\"advance\":\"-P1D\"}",
        "{\"advance\":\"P0D\"}",
        "{\"advance\":\"soon\"}",
        "{\"advance\":7}",
        "{\"advance\":\"P11Y\"}",
        "{\"advance\":\"P999999999Y\"}",
        "{\"to\":\"2020-01-01T00:00:00Z\"}",
        "{\"to\":\"tomorrow\"}"
      })
  void aTurnThatIsNotRightMovesNothing(String body) {
    world.platformOwner().post(sandbox, "");
    assertThat(turn(body).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.clocks.marked.get(tenant)).isEqualTo(SandboxClock.unturned(tenant));
  }

  @Test
  void nobodyElsesClockIsTurned() {
    assertThat(turn("{\"advance\":\"P1D\"}").outcome()).isEqualTo("409 not_a_sandbox");
    String own = TENANTS + People.TENANT.value() + "/sandbox";
    assertThat(world.platformOwner().post(own, "").outcome()).isEqualTo("409 own_tenant");
    String unknown = TENANTS + "ten_00000000000000000000000009";
    assertThat(world.platformOwner().post(unknown + "/sandbox", "").status()).isEqualTo(404);
    assertThat(world.platformOwner().send("DELETE", unknown + "/sandbox", "").status())
        .isEqualTo(404);
    assertThat(world.platformOwner().get(unknown + "/clock").status()).isEqualTo(404);
    assertThat(world.platformOwner().post(unknown + "/clock", "{\"advance\":\"P1D\"}").status())
        .isEqualTo(404);
  }

  @Test
  void whereRealMoneyMovesThereAreNoSandboxes() {
    world.clocks.live = true;
    assertThat(world.platformOwner().post(sandbox, "").outcome()).isEqualTo("409 sandboxes_off");
    world.clocks.marked.put(tenant, SandboxClock.unturned(tenant));
    assertThat(turn("{\"advance\":\"P1D\"}").outcome()).isEqualTo("409 sandboxes_off");
  }

  @Test
  void whereTheDeploymentDoesNotAllowThemThereAreNone() {
    try (World strict = new World("resolutionflow", "")) {
      TenantId there = strict.tenants.founded();
      strict.clocks.marked.put(
          there, new SandboxClock(there, Duration.ofDays(365), Optional.empty()));
      String path = TENANTS + there.value();
      assertThat(strict.platformOwner().post(path + "/sandbox", "").outcome())
          .isEqualTo("409 sandboxes_off");
      assertThat(strict.platformOwner().post(path + "/clock", "{\"advance\":\"P1D\"}").outcome())
          .isEqualTo("409 sandboxes_off");
      Answer shown = strict.platformOwner().get(path + "/clock");
      Answer ours = strict.platformOwner().get(TENANTS + People.TENANT.value() + "/clock");
      assertThat(time(shown, "now")).isCloseTo(time(ours, "now"), minute());
    }
  }

  private static org.assertj.core.data.TemporalUnitOffset minute() {
    return within(1, ChronoUnit.MINUTES);
  }

  private Instant now(String path) {
    return time(world.platformOwner().get(path), "now");
  }

  private static Instant time(Answer answer, String field) {
    return Instant.parse(String.valueOf(answer.field(field)));
  }

  private Answer turn(String body) {
    return world.platformOwner().post(clock, body);
  }
}
