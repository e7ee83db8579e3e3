package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.admin.Caller.Answer;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one tenant is granted beside its plan. */
class OverridesTest {
  private static final String LIMITS = World.ADMIN + "/plan-limits/account-overrides";
  private static final String FEATURES = World.ADMIN + "/feature-flags/account-overrides";

  private final World world = new World();
  private final TenantId tenant = world.tenants.founded();
  private final String account =
      "\"account_id\":\"" + tenant.value() + "\",\"reason\":\"A pilot\",";

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void whoWasGrantedNothingHasNothingOfVersionZero() {
    String nothing = "{\"account_id\":\"" + tenant.value() + "\",\"version\":0,\"items\":[]}";
    assertThat(seen(LIMITS).text()).isEqualTo(nothing);
    assertThat(seen(FEATURES).text()).isEqualTo(nothing);
  }

  @Test
  void aLimitIsGrantedAndTakenBack() {
    Answer granted = put(LIMITS, "\"meter\":\"trees\",\"limit\":7,\"version\":0");
    assertThat(granted.status()).isEqualTo(200);
    assertThat(granted.text())
        .contains("\"version\":1", "\"meter\":\"trees\",\"limit\":7,\"reason\":\"A pilot\"")
        .contains("\"until\":null,\"holds\":true");
    assertThat(seen(LIMITS).text()).isEqualTo(granted.text());
    assertThat(trees()).isEqualTo(new Limit.AtMost(7));

    Answer taken = take(LIMITS, "meter=trees&version=1");
    assertThat(taken.text()).contains("\"version\":2,\"items\":[]");
    assertThat(take(LIMITS, "meter=trees&version=2").text()).contains("\"version\":2");
  }

  @Test
  void aChangeIsAuditedWithItsReasonAndTold() {
    put(LIMITS, "\"meter\":\"trees\",\"limit\":7,\"version\":0");
    assertThat(world.tenants.trail)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo(AuditAction.OVERRIDES_CHANGED);
              assertThat(entry.tenant()).isEqualTo(tenant);
              assertThat(entry.detail()).contains("limit trees = 7: A pilot");
            });
    assertThat(world.tenants.outbox)
        .singleElement()
        .extracting(dev.tollgate.core.messages.Message::announcement)
        .isEqualTo(
            new Announcement.Published(
                "entitlements.changed", Map.of("tenant_id", tenant.value())));
  }

  @Test
  void aWrittenNullIsUnlimitedAndNothingWrittenIsAMistake() {
    assertThat(put(LIMITS, "\"meter\":\"trees\",\"version\":0").outcome())
        .isEqualTo("422 validation_failed");
    assertThat(put(LIMITS, "\"meter\":\"trees\",\"limit\":null,\"version\":0").text())
        .contains("\"limit\":null");
    assertThat(trees()).isEqualTo(new Limit.Unlimited());
  }

  @Test
  void aFeatureIsGrantedForAWhileAndSharesTheVersion() {
    put(LIMITS, "\"meter\":\"trees\",\"limit\":7,\"version\":0");
    Answer granted =
        put(
            FEATURES,
            "\"feature\":\"sso\",\"enabled\":true,\"until\":\"2999-01-01T00:00:00Z\",\"version\":1");
    assertThat(granted.text())
        .contains("\"feature\":\"sso\",\"enabled\":true", "\"until\":\"2999-01-01T00:00:00Z\"");
    assertThat(take(FEATURES, "feature=sso&version=2").text()).contains("\"version\":3");
    assertThat(overrides().limits()).hasSize(1);
  }

  @Test
  void whoSawAnOlderVersionIsToldThePresentOne() {
    put(LIMITS, "\"meter\":\"trees\",\"limit\":7,\"version\":0");
    Answer late = put(LIMITS, "\"meter\":\"trees\",\"limit\":8,\"version\":0");
    assertThat(late.outcome()).isEqualTo("409 version_conflict");
    assertThat(late.field("version")).isEqualTo(1L);
    assertThat(take(LIMITS, "meter=trees&version=0").outcome()).isEqualTo("409 version_conflict");
    assertThat(put(FEATURES, "\"feature\":\"sso\",\"enabled\":true,\"version\":0").outcome())
        .isEqualTo("409 version_conflict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"meter\":\"nonsense\",\"limit\":7,\"version\":0",
        "\"meter\":\"Not A Key\",\"limit\":7,\"version\":0",
        "\"meter\":\"trees\",\"limit\":-1,\"version\":0",
        "\"meter\":\"trees\",\"limit\":1.5,\"version\":0",
        "\"meter\":\"trees\",\"limit\":\"7\",\"version\":0",
        "\"meter\":\"trees\",\"limit\":7",
        "\"limit\":7,\"version\":0",
        "\"meter\":\"trees\",\"limit\":7,\"version\":0,\"until\":\"2020-01-01T00:00:00Z\"",
        "\"meter\":\"trees\",\"limit\":7,\"version\":0,\"until\":\"tomorrow\"",
      })
  void aGrantThatIsNotRightChangesNothing(String fields) {
    assertThat(put(LIMITS, fields).outcome()).isEqualTo("422 validation_failed");
    assertThat(overrides()).isEqualTo(Overrides.none(tenant));
  }

  @Test
  void everythingThatIsWrongIsReported() {
    Answer answer =
        world
            .platformOwner()
            .send(
                "PUT",
                FEATURES,
                "{\"account_id\":\""
                    + tenant.value()
                    + "\",\"reason\":\" \",\"feature\":\"nonsense\",\"enabled\":true,"
                    + "\"until\":\"2020-01-01T00:00:00Z\",\"version\":0}");
    assertThat(answer.text()).contains("\"feature\"", "\"reason\"", "\"until\"");
    assertThat(take(FEATURES, "feature=nonsense&version=0").outcome())
        .isEqualTo("422 validation_failed");
    assertThat(take(LIMITS, "meter=Not%20A%20Key&version=0").outcome())
        .isEqualTo("422 validation_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "version=0", "meter=trees", "meter=trees&version=x", "meter=trees&version=-1"})
  void aQueryThatIsNotWholeIsRefused(String query) {
    assertThat(take(LIMITS, query).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.platformOwner().send("DELETE", LIMITS + "?" + query, "").status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten_00000000000000000000000009", "ten_0", "", "%20", "x"})
  void unknownAndMalformedAccountsAnswerAlike(String id) {
    for (String path : new String[] {LIMITS, FEATURES}) {
      assertThat(world.platformOwner().get(path + "?account_id=" + id).outcome())
          .isEqualTo("404 not_found");
      assertThat(
              world
                  .platformOwner()
                  .send(
                      "DELETE",
                      path + "?account_id=" + id + "&meter=trees&feature=sso&version=0",
                      "")
                  .outcome())
          .isEqualTo("404 not_found");
    }
    assertThat(
            world
                .platformOwner()
                .send(
                    "PUT",
                    LIMITS,
                    "{\"account_id\":\""
                        + id
                        + "\",\"reason\":\"x\",\"meter\":\"trees\",\"limit\":7,\"version\":0}")
                .outcome())
        .isEqualTo("404 not_found");
  }

  private Overrides overrides() {
    return world.tenants.find(tenant).orElseThrow().overrides();
  }

  private Limit trees() {
    return overrides().limit(new Meter("trees"), Tenants.LONG_AGO).orElseThrow().value();
  }

  private Answer seen(String path) {
    return world.platformOwner().get(path + "?account_id=" + tenant.value());
  }

  private Answer put(String path, String fields) {
    return world.platformOwner().send("PUT", path, "{" + account + fields + "}");
  }

  private Answer take(String path, String query) {
    return world
        .platformOwner()
        .send("DELETE", path + "?account_id=" + tenant.value() + "&" + query, "");
  }
}
