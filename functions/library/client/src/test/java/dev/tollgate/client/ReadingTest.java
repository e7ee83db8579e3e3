package dev.tollgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
  private static final String ENTITLEMENTS =
      """
      {'account_id':'ten_1','status':'active','plan':'pro','is_live':LIVE,'new_member':[{}],
       'limits':{'emails':{'limit':100,'why':{'source':'plan','plan':'pro'}},
                 'records':{'limit':null,'enforcement':'hard'}},
       'features':{'exports':{'enabled':true,'why':{'source':'override','plan':'pro',
                    'since':'2026-01-01T00:00:00Z','reason':'a present',
                    'next':{'at':'2026-12-31T00:00:00Z','change':'override_ends','plan':null}}},
                   'api':{'enabled':false}}}
      """;
  private static final Why PLAN =
      new Why("plan", Optional.of("pro"), Optional.empty(), Optional.empty(), Optional.empty());

  private final Desk desk = new Desk();

  ReadingTest() throws IOException {}

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aCheckTellsWhatIsLeft() {
    desk.server.ok("{'allowed':false,'used':99,'limit':100,'remaining':1}");
    assertThat(desk.tollgate.check("emails", 2))
        .isEqualTo(new Checked(false, 99, new Limit.AtMost(100), new Limit.AtMost(1)));
    ScriptedTollgate.Call call = desk.server.calls().getFirst();
    assertThat(call.path()).isEqualTo("/api/v1/quota/check");
    assertThat(call.body()).contains("\"meter\":\"emails\"", "\"amount\":2");
  }

  @Test
  void unlimitedIsNoNumber() {
    desk.server.ok("{'allowed':true,'used':99,'limit':null,'remaining':null}");
    assertThat(desk.tollgate.check("emails", 2))
        .isEqualTo(new Checked(true, 99, new Limit.Unlimited(), new Limit.Unlimited()));
  }

  @Test
  void aBlockedTenantIsAllowedNothing() {
    desk.server.problem(403, "tenant_suspended");
    CheckAnswer answer = desk.tollgate.check("emails", 2);
    assertThat(answer).isInstanceOf(Blocked.class);
    assertThat(answer.allowed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "true",
        "[]",
        "{}",
        "{'allowed':true}",
        "{'allowed':true,'used':1,'remaining':4}", // a limit that is not there is not "unlimited"
        "{'allowed':true,'used':1,'limit':5}",
        "{'allowed':'true','used':1,'limit':5,'remaining':4}",
        "{'allowed':1,'used':1,'limit':5,'remaining':4}",
        "{'allowed':true,'used':-1,'limit':5,'remaining':4}",
        "{'allowed':true,'used':1.5,'limit':5,'remaining':4}",
        "{'allowed':true,'used':1,'limit':99999999999999999999,'remaining':4}",
        "{'allowed':true,'used':1,'limit':'many','remaining':4}",
        "{'allowed':false,'allowed':true,'used':1,'limit':5,'remaining':4}",
        "{'allowed':true,'used':1,'limit':5,'remaining':4} {}",
      })
  void garbageIsNeverAYes(String body) {
    desk.server.ok(body);
    assertThatThrownBy(() -> desk.tollgate.check("emails", 1))
        .isInstanceOf(TollgateUnavailable.class)
        .hasMessageContaining("status 200, request req_1");
    assertThat(desk.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200,text/html",
    "200,application/problem+json",
    "200,text/json",
    "403,application/json",
    "402,text/html",
  })
  void aWrongContentTypeIsNotTollgate(int status, String type) {
    desk.server.answers(
        status,
        type,
        "{'allowed':true,'used':1,'limit':5,'remaining':4,'error':'tenant_suspended'}");
    assertThatThrownBy(() -> desk.tollgate.check("emails", 1))
        .isInstanceOf(TollgateUnavailable.class);
  }

  @Test
  void aContentTypeMayHaveParametersAndAnyCase() {
    desk.server.answers(
        200, "Application/JSON;charset=UTF-8", "{'allowed':true,'used':1,'limit':5,'remaining':4}");
    assertThat(desk.tollgate.check("emails", 1).allowed()).isTrue();
  }

  @Test
  void anEndlessAnswerIsNotSwallowed() {
    Tollgate hasty = desk.tollgate.withPatience(java.time.Duration.ZERO);
    desk.server.ok("{'allowed':true,'used':1,'limit':5,'remaining':4}" + " ".repeat(1_000_000));
    assertThatThrownBy(() -> hasty.check("emails", 1)).isInstanceOf(TollgateUnavailable.class);
  }

  @Test
  void usageSaysHowMuchAndWhy() {
    desk.server.ok(
        """
        {'meter':'emails','used':25,'limit':100,'remaining':75,'percentage':25.0,
         'resets_at':'2026-06-01T00:00:00+02:00','read_only':false,
         'why':{'source':'plan','plan':'pro'}}
        """);
    assertThat(desk.tollgate.usage("emails"))
        .isEqualTo(
            new Usage(
                "emails",
                25,
                new Limit.AtMost(100),
                new Limit.AtMost(75),
                OptionalDouble.of(25),
                Optional.of(Instant.parse("2026-05-31T22:00:00Z")),
                false,
                PLAN));
    assertThat(desk.asked()).containsExactly("GET /api/v1/usage/emails");
  }

  @Test
  void usageWithoutALimitHasNoPercentage() {
    desk.server.ok(
        """
        {'meter':'records','used':25,'limit':null,'remaining':null,'percentage':null,
         'resets_at':null,'read_only':true,'why':{'source':'plan','plan':'pro'}}
        """);
    assertThat(desk.tollgate.usage("records"))
        .isEqualTo(
            new Usage(
                "records",
                25,
                new Limit.Unlimited(),
                new Limit.Unlimited(),
                OptionalDouble.empty(),
                Optional.empty(),
                true,
                PLAN));
  }

  @Test
  void usageOfAnotherMeterIsNotTaken() {
    desk.server.ok(
        """
        {'meter':'records','used':25,'limit':null,'remaining':null,'percentage':null,
         'resets_at':null,'read_only':true,'why':{'source':'plan','plan':'pro'}}
        """);
    assertThatThrownBy(() -> desk.tollgate.usage("emails")).isInstanceOf(TollgateUnavailable.class);
  }

  @Test
  void usageOfAMeterThatIsNoneIsRefused() {
    desk.server.problem(404, "not_found");
    assertThatThrownBy(() -> desk.tollgate.usage("emailz")).isInstanceOf(TollgateRefused.class);
  }

  @Test
  void entitlementsHaveTheirReasons() {
    desk.server.ok(ENTITLEMENTS.replace("LIVE", "true"));
    Entitlements all = desk.tollgate.entitlements();
    assertThat(all.accountId()).isEqualTo("ten_1");
    assertThat(all.status() + all.plan() + all.isLive()).isEqualTo("activeprotrue");
    assertThat(all.limits())
        .isEqualTo(
            Map.of(
                "emails",
                new Entitlements.LimitRight(new Limit.AtMost(100), Optional.of(PLAN)),
                "records",
                new Entitlements.LimitRight(new Limit.Unlimited(), Optional.empty())));
    Why present =
        new Why(
            "override",
            Optional.of("pro"),
            Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
            Optional.of("a present"),
            Optional.of(
                new Why.Next(
                    Instant.parse("2026-12-31T00:00:00Z"), "override_ends", Optional.empty())));
    assertThat(all.features())
        .isEqualTo(
            Map.of(
                "exports",
                new Entitlements.FeatureRight(true, Optional.of(present)),
                "api",
                new Entitlements.FeatureRight(false, Optional.empty())));
    assertThat(desk.asked()).containsExactly("GET /api/v1/entitlements");
  }

  @Test
  void aFeatureIsThereWhenItIsEnabledAndTheTenantMayWork() {
    desk.server
        .ok(ENTITLEMENTS.replace("LIVE", "true"))
        .ok(ENTITLEMENTS.replace("LIVE", "true"))
        .ok(ENTITLEMENTS.replace("LIVE", "true"))
        .ok(ENTITLEMENTS.replace("LIVE", "false"));
    assertThat(desk.tollgate.has("exports")).isTrue();
    assertThat(desk.tollgate.has("api")).isFalse();
    assertThat(desk.tollgate.has("never_heard_of")).isFalse();
    assertThat(desk.tollgate.has("exports")).isFalse();
  }

  @Test
  void aBlockedTenantHasNoFeatureAndABadKeyIsABug() {
    desk.server
        .problem(403, "tenant_suspended")
        .problem(402, "subscription_inactive")
        .problem(403, "forbidden")
        .problem(403, "tenant_suspended");
    assertThat(desk.tollgate.has("exports")).isFalse();
    assertThat(desk.tollgate.has("exports")).isFalse();
    assertThatThrownBy(() -> desk.tollgate.has("exports")).isInstanceOf(TollgateRefused.class);
    assertThatThrownBy(() -> desk.tollgate.entitlements()).isInstanceOf(TollgateRefused.class);
  }
}
