package dev.tollgate.core.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys are made, listed and revoked. */
class KeysOfAnAccountTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00.123456Z");
  private static final Instant STORED = Instant.parse("2026-05-04T10:00:00.123Z");
  private static final Client CLIENT = new Client("192.0.2.1", "test");
  private static final Ids IDS = new Ids(new Random(3));
  private static final TenantId TENANT = IDS.tenant(NOW);
  private static final UserId USER = IDS.user(NOW);

  private final Clock clock = new Clock();
  private final Cabinet cabinet = new Cabinet();
  private final CreatingApiKey creating = new CreatingApiKey(cabinet, clock, IDS, new Random(5));
  private final ListingApiKeys listing = new ListingApiKeys(cabinet, clock);
  private final RevokingApiKey revoking = new RevokingApiKey(cabinet, clock, IDS);

  @Test
  void aKeyIsKeptWithoutItsTextAndTheTextOpensIt() {
    CreatingApiKey.Created created = created(wish(Optional.of(NOW.plusSeconds(60))));

    assertThat(cabinet.keys)
        .containsExactly(
            new ApiKey(
                created.key().id(),
                TENANT,
                "Deployment",
                created.text().fingerprint(),
                created.text().lastFour(),
                Set.of(Scope.QUOTA_READ),
                USER,
                STORED,
                Optional.of(STORED.plusSeconds(60)),
                Optional.empty()));
    assertThat(created.text().tenant()).isEqualTo(TENANT);
    assertThat(cabinet.keys.toString()).doesNotContain(created.text().text());
    assertThat(cabinet.audited)
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.API_KEY_CREATED);
  }

  @Test
  void whoHasGraceLeftMakesNoKey() {
    assertThat(creating.create(member(new Verification.Unverified()), wish(), CLIENT))
        .isEqualTo(new CreatingApiKey.NotVerified());
    assertThat(cabinet.keys).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T10:00:00.122999Z, false",
    "2026-05-04T10:00:00.123456Z, false",
    "2026-05-04T10:00:00.123999Z, false",
    "2026-05-04T10:00:00.124Z, true",
    "2036-05-04T10:00:00.123Z, true",
    "2036-05-04T10:00:00.124Z, false",
    "+1000000000-12-31T23:59:59.999999999Z, false",
    "-1000000000-01-01T00:00:00Z, false"
  })
  void aKeyExpiresInTheFutureAndWithinTenYears(Instant at, boolean fine) {
    CreatingApiKey.Outcome outcome = creating.create(member(), wish(Optional.of(at)), CLIENT);

    assertThat(outcome instanceof CreatingApiKey.Created).isEqualTo(fine);
    assertThat(cabinet.keys).hasSize(fine ? 1 : 0);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    CreatingApiKey.Wish wish =
        new CreatingApiKey.Wish(
            new KeyName("Deployment"), EnumSet.noneOf(Scope.class), Optional.of(NOW));

    assertThat(creating.create(member(), wish, CLIENT))
        .isInstanceOfSatisfying(
            CreatingApiKey.Invalid.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Violation::field)
                    .containsExactly("scopes", "expires_at"));
  }

  @Test
  void thereIsAMostAndAnExpiredKeyDoesNotCount() {
    created(wish(Optional.of(NOW.plusSeconds(60))));
    for (int i = 1; i < CreatingApiKey.MOST; i++) {
      created(wish());
    }
    assertThat(creating.create(member(), wish(), CLIENT))
        .isEqualTo(new CreatingApiKey.TooMany(CreatingApiKey.MOST));

    clock.now = NOW.plusSeconds(60);

    created(wish());
  }

  @Test
  void anExpiredKeyIsNotListedAndCannotBeRevoked() {
    CreatingApiKey.Created brief = created(wish(Optional.of(NOW.plusSeconds(60))));
    CreatingApiKey.Created lasting = created(wish());
    assertThat(listing.live(TENANT)).containsExactly(brief.key(), lasting.key());

    clock.now = NOW.plus(Duration.ofSeconds(60));

    assertThat(listing.live(TENANT)).containsExactly(lasting.key());
    assertThat(revoking.revoke(member().user(), brief.key().id(), CLIENT))
        .isEqualTo(new RevokingApiKey.Unknown());
  }

  @Test
  void aKeyIsRevokedOnceAndBySomebodyOfItsAccount() {
    CreatingApiKey.Created created = created(wish());

    assertThat(revoking.revoke(member().user(), created.key().id(), CLIENT))
        .isEqualTo(new RevokingApiKey.Revoked());
    assertThat(revoking.revoke(member().user(), created.key().id(), CLIENT))
        .isEqualTo(new RevokingApiKey.Unknown());
    assertThat(cabinet.audited)
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.API_KEY_CREATED, AuditAction.API_KEY_REVOKED);
  }

  private CreatingApiKey.Created created(CreatingApiKey.Wish wish) {
    CreatingApiKey.Outcome outcome = creating.create(member(), wish, CLIENT);
    assertThat(outcome).isInstanceOf(CreatingApiKey.Created.class);
    return (CreatingApiKey.Created) outcome;
  }

  private static CreatingApiKey.Wish wish() {
    return wish(Optional.empty());
  }

  private static CreatingApiKey.Wish wish(Optional<Instant> expiresAt) {
    return new CreatingApiKey.Wish(
        new KeyName("Deployment"), EnumSet.of(Scope.QUOTA_READ), expiresAt);
  }

  private static Member member() {
    return member(new Verification.Verified(NOW));
  }

  private static Member member(Verification verification) {
    User user =
        new User(
            TENANT,
            USER,
            new EmailAddress("ada@example.com"),
            "Ada",
            Role.ADMIN,
            verification,
            Optional.empty(),
            Set.of(),
            1,
            NOW);
    Enrollment enrollment = Enrollment.begun(TENANT, new Grant.Given("free", NOW));
    return Tenancy.of(Account.founded(TENANT, "Fleet", USER, NOW), enrollment).with(user);
  }

  /** Stands where it is put. */
  private static final class Clock implements Time {
    private Instant now = NOW;

    @Override
    public Instant now() {
      throw new UnsupportedOperationException("a tenant is in hand");
    }

    @Override
    public Instant now(TenantId tenant) {
      return now;
    }
  }
}
