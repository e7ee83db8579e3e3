package dev.tollgate.notifications;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.PasswordHash;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody to write to. */
final class People {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final TenantId TENANT = new TenantId("ten_01bbbbbbbbbbbbbbbbbbbbbbbb");
  static final String STOP =
      "https://api.tollgate.test/api/v1/notifications/unsubscribe?token=abc&topic=limit_alerts";
  static final UserId USER = new UserId("usr_01aaaaaaaaaaaaaaaaaaaaaaaa");
  static final EmailAddress ADDRESS = new EmailAddress("asha@example.test");

  private static final User ASHA =
      new User(
          TENANT,
          USER,
          ADDRESS,
          "Asha Rao",
          Role.OWNER,
          new Verification.Unverified(),
          Optional.of(new PasswordHash("$hash$")),
          Set.of(),
          1,
          NOW);

  private People() {}

  static Member asha() {
    return member(ASHA, "Rao & Daughters", new Standing.Good());
  }

  /** Has bought the plan, which costs nothing until then. */
  static Member trying(String plan, Instant end) {
    Contract bought =
        new Contract(
            "sub_1",
            ContractStatus.TRIALING,
            plan,
            BillingInterval.MONTHLY,
            "USD",
            1,
            NOW,
            NOW,
            end,
            Optional.of(end),
            Optional.empty(),
            false,
            Optional.empty());
    Member asha = asha();
    return Tenancy.of(asha.account(), asha.enrollment().with(bought)).with(asha.user());
  }

  static Reader reader() {
    return Reader.of(asha()).whoMayStopIt(STOP);
  }

  static Reader reader(String person, String account) {
    return Reader.of(named(person, account)).whoMayStopIt(STOP);
  }

  static Member named(String person, String account) {
    return member(ASHA.named(person), account, new Standing.Good());
  }

  static Member without(Map<MailTopic, Boolean> choices) {
    return member(ASHA.choosing(choices), "Rao & Daughters", new Standing.Good());
  }

  static Member verified() {
    return member(ASHA.verified(NOW), "Rao & Daughters", new Standing.Good());
  }

  static Member suspended() {
    return member(
        ASHA,
        "Rao & Daughters",
        new Standing.Suspended(SuspensionCause.ADMINISTRATOR, "spam", NOW));
  }

  static Member withoutPassword() {
    User user =
        new User(
            TENANT,
            USER,
            ADDRESS,
            "Asha Rao",
            Role.OWNER,
            new Verification.Verified(NOW),
            Optional.empty(),
            Set.of("google"),
            0,
            NOW);
    return member(user, "Rao & Daughters", new Standing.Good());
  }

  private static Member member(User user, String account, Standing standing) {
    return Tenancy.of(
            Account.founded(TENANT, account, USER, NOW).with(standing),
            Enrollment.begun(TENANT, new Grant.Given("free", NOW)))
        .with(user);
  }
}
