package dev.tollgate.lambda.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.entitlements.LimitRight;
import dev.tollgate.core.entitlements.Source;
import dev.tollgate.core.entitlements.Why;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.Slot;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.lambda.http.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QuotaExceededTest {
  private static final Edition EDITION = EditionFiles.load("tollgate");

  @Test
  void namesPlanLimitAndUseInWords() {
    assertThat(problem(state(Meter.RECORDS, 100, 100, Source.PLAN)).detail())
        .isEqualTo("Your Free plan includes 100 records; you have used 100.");
    assertThat(
            problem(state(Meter.STORAGE_BYTES, 100L << 20, (3L << 20) / 2, Source.PLAN)).detail())
        .isEqualTo("Your Free plan includes 100 MiB of storage; you have used 1.5 MiB.");
    assertThat(problem(state(Meter.RECORDS, 2000, 1999, Source.OVERRIDE)).detail())
        .isEqualTo(
            "Your Free plan, as agreed with you, includes 2,000 records; you have used 1,999.");
  }

  @Test
  void hasEveryLimitThatRefusedAndTheFirstForSimpleClients() {
    Problem problem =
        problem(
            state(Meter.EMAILS, 50, 49, Source.PLAN), state(Meter.RECORDS, 100, 120, Source.PLAN));

    assertThat(problem.status()).isEqualTo(403);
    assertThat(problem.error()).isEqualTo("quota_exceeded");
    assertThat(problem.detail())
        .isEqualTo(
            "Your Free plan includes 50 e-mails a month and 100 records;"
                + " you have used 49 and 120.");
    assertThat(problem.members())
        .isEqualTo(
            Map.of(
                "quota_type",
                "emails",
                "current",
                49L,
                "limit",
                50L,
                "exceeded",
                List.of(
                    Map.of("quota_type", "emails", "current", 49L, "limit", 50L),
                    Map.of("quota_type", "records", "current", 120L, "limit", 100L)),
                "upgrade_url",
                "https://app.tollgate.test/billing"));
  }

  private static Problem problem(MeterState... over) {
    return QuotaExceeded.problem(
        EDITION.plan("free"), List.of(over), "https://app.tollgate.test/billing");
  }

  private static MeterState state(Meter meter, long limit, long used, Source source) {
    MeterPolicy policy = EDITION.findMeter(meter.key()).orElseThrow();
    Why why = new Why(source, "free", Instant.EPOCH, Optional.empty(), Optional.empty());
    return new MeterState(
        new LimitRight(policy, new Limit.AtMost(limit), Enforcement.HARD, why),
        new Slot.Level(meter),
        used);
  }
}
