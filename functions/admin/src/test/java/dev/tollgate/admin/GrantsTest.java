package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.admin.Caller.Answer;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More of a trial, a present, a plan. */
class GrantsTest {
  private final World world = new World("tollgate");
  private final TenantId tenant = world.tenants.founded();
  private final String path = World.ADMIN + "/tenants/" + tenant.value();
  private final Instant now = world.now().truncatedTo(ChronoUnit.SECONDS);

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aTrialThatRunsIsExtendedFromItsEnd() {
    Instant end = now.plus(Duration.ofDays(3));
    trialUntil(end);
    Answer answer = post("/extend-trial", "{\"days\":7}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("trial_ends_at")).isEqualTo(end.plus(Duration.ofDays(7)).toString());
    BillingChange change = written();
    assertThat(change.audit())
        .singleElement()
        .satisfies(entry -> assertThat(entry.action()).isEqualTo(AuditAction.TRIAL_EXTENDED));
    assertThat(change.facts())
        .as("nobody is mailed that it goes on")
        .noneMatch(fact -> fact.message().announcement() instanceof Announcement.TrialStarted);
    assertThat(change.due()).isNotEmpty();
  }

  @Test
  void aTrialThatIsOverBeginsAnewAndItsOwnerIsTold() {
    trialUntil(now.minus(Duration.ofDays(20)));
    Instant end = now.plus(Duration.ofDays(5));
    Answer answer = post("/extend-trial", "{\"ends_at\":\"" + end + "\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("status")).isEqualTo("trialing");
    assertThat(written().facts())
        .anyMatch(fact -> fact.message().announcement() instanceof Announcement.TrialStarted);
  }

  @Test
  void aTrialIsNeverMadeShorter() {
    Instant end = now.plus(Duration.ofDays(9));
    trialUntil(end);
    Answer answer = post("/extend-trial", "{\"ends_at\":\"" + now.plus(Duration.ofDays(2)) + "\"}");
    assertThat(answer.field("trial_ends_at")).isEqualTo(end.toString());
    assertThat(world.people.written).isEmpty();
  }

  @Test
  void whoNeverHadATrialHasNoneToExtend() {
    assertThat(post("/extend-trial", "{\"days\":7}").outcome()).isEqualTo("409 no_trial");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"days\":0}",
        "{\"days\":-1}",
        "{\"days\":366}",
        "{\"days\":9223372036854775807}",
        "{\"days\":1.5}",
        "{\"days\":\"7\"}",
        "{\"days\":7,\"ends_at\":\"2099-01-01T00:00:00Z\"}",
        "{\"ends_at\":\"2020-01-01T00:00:00Z\"}",
        "{\"ends_at\":\"2999-01-01T00:00:00Z\"}",
        "{\"ends_at\":\"+1000000000-12-31T23:59:59Z\"}",
        "{\"ends_at\":\"soon\"}"
      })
  void anEndThatIsNoneIsRefused(String body) {
    trialUntil(now.plus(Duration.ofDays(3)));
    assertThat(post("/extend-trial", body).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.people.written).isEmpty();
  }

  @Test
  void aPresentIsTheEditionsPlanAndIsAnnouncedOnce() {
    Answer answer = post("/complimentary", "{}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("status")).isEqualTo("complimentary");
    assertThat(answer.field("plan")).isEqualTo("enterprise");
    assertThat(written().facts())
        .filteredOn(
            fact -> fact.message().announcement() instanceof Announcement.ComplimentaryGranted)
        .hasSize(1);
    world.tenants.enroll(written().enrollment().orElseThrow());
    assertThat(post("/complimentary", "{}").status()).isEqualTo(200);
    assertThat(world.people.written).hasSize(1);
  }

  @Test
  void nobodyGetsAPresentThatIsChargedFor() {
    world.tenants.enroll(enrollment().with(running()));
    assertThat(post("/complimentary", "{}").outcome()).isEqualTo("409 subscription_exists");
    assertThat(post("/extend-trial", "{\"days\":1}").outcome())
        .isEqualTo("409 subscription_exists");
    assertThat(put("{\"plan\":\"enterprise\"}").outcome()).isEqualTo("409 subscription_exists");
    assertThat(world.people.written).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"enterprise, 200", "free, 200", "pro, 422", "nothing, 422"})
  void aPlanIsGivenWhereNobodyBuysIt(String plan, int status) {
    assertThat(put("{\"plan\":\"" + plan + "\"}").status()).isEqualTo(status);
    assertThat(world.people.written).hasSize(plan.equals("enterprise") ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"plan\":null}", "{\"plan\":7}", "{\"plan\":\"\"}"})
  void aPlanThatIsNoneIsRefused(String body) {
    assertThat(put(body).outcome()).isEqualTo("422 validation_failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten_00000000000000000000000009", "ten_0", "%20", "TEN_1"})
  void unknownAndMalformedIdsAnswerAlike(String id) {
    String other = World.ADMIN + "/tenants/" + id;
    assertThat(world.platformOwner().post(other + "/extend-trial", "{\"days\":1}").outcome())
        .isEqualTo("404 not_found");
    assertThat(world.platformOwner().post(other + "/complimentary", "{}").outcome())
        .isEqualTo("404 not_found");
    assertThat(world.platformOwner().send("PUT", other + "/plan", "{\"plan\":\"free\"}").outcome())
        .isEqualTo("404 not_found");
  }

  private void trialUntil(Instant end) {
    Instant since = end.minus(Duration.ofDays(14));
    world.tenants.enroll(Enrollment.begun(tenant, new Grant.Trial("pro", since, end)));
  }

  private Enrollment enrollment() {
    return Enrollment.begun(
        tenant,
        new Grant.Trial("pro", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))));
  }

  private Contract running() {
    return new Contract(
        "sub_1",
        ContractStatus.ACTIVE,
        "pro",
        BillingInterval.MONTHLY,
        "USD",
        1,
        now,
        now,
        now.plus(Duration.ofDays(30)),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  private BillingChange written() {
    assertThat(world.people.written).hasSize(1);
    return world.people.written.getFirst();
  }

  private Answer post(String action, String body) {
    return world.platformOwner().post(path + action, body);
  }

  private Answer put(String body) {
    return world.platformOwner().send("PUT", path + "/plan", body);
  }
}
