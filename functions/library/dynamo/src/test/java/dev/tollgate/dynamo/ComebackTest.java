package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.identity.AccessClaims;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.LoggingIn;
import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.OpeningSessions;
import dev.tollgate.core.identity.Password;
import dev.tollgate.core.identity.PasswordHash;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.onboarding.VerifyingEmail;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.trials.ProvingTrial;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The owner's login undoes what the owner asked for, until it begins; nobody else's does. */
final class ComebackTest {
  private static final Instant NOW = Some.NOW;
  private static final Instant AT = NOW.plus(Duration.ofDays(30));
  private static final Client CLIENT = new Client("192.0.2.1", "test");

  private final ATable world = new ATable();
  private final Almanac almanac = new Almanac(world);
  private final ErasuresDynamo erasures = new ErasuresDynamo(world.table);
  private final MembersDynamo members = new MembersDynamo(world.table);
  private final Clear clear = new Clear();
  private final LoggingIn loggingIn =
      new LoggingIn(
          almanac.edition,
          new LoginsDynamo(world.table),
          members,
          clear,
          new OpeningSessions(almanac.edition.sessions(), clear, Some.IDS, new Random(1)),
          almanac,
          Some.IDS);

  private final VerifyingEmail verifying =
      new VerifyingEmail(
          new OneTimeTokensDynamo(world.table),
          members,
          new VerificationsDynamo(world.table, Fences.of(almanac.edition)),
          new OpeningSessions(almanac.edition.sessions(), clear, Some.IDS, new Random(1)),
          new ProvingTrial(almanac.edition, Some.IDS),
          almanac,
          Some.IDS);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theOwnersLoginTakesItBackAndTheOwnerIsTold() {
    TenantId tenant = tenant(new Erasure.Scheduled(NOW, AT, Optional.empty()));
    almanac.now = AT.minusMillis(1);
    world.faults.follow(Script.calm());
    assertThat(logIn(tenant, Role.OWNER)).isInstanceOf(LoggingIn.LoggedIn.class);
    assertThat(world.faults.calls())
        .containsExactly("BatchGetItem", "BatchGetItem", "TransactWriteItems");
    assertThat(account(tenant).erasure()).isEqualTo(new Erasure.None());
    assertThat(account(tenant).endedSessionOf(NOW)).as("what ended stays ended").isTrue();
    assertThat(told(tenant))
        .containsExactly(new Announcement.ErasureUndone(account(tenant).owner()));
    assertThat(almanac.due(tenant)).isEmpty();
    assertThat(logIn(tenant, Role.OWNER)).isInstanceOf(LoggingIn.LoggedIn.class);
    assertThat(told(tenant)).as("once").hasSize(1);
  }

  @Test
  void aContractThatWeEndedIsToGoOn() {
    TenantId tenant = tenant(new Erasure.Scheduled(NOW, AT, Optional.of("sub_1")));
    Instant back = NOW.plus(Duration.ofDays(3));
    almanac.now = back;
    logIn(tenant, Role.OWNER);
    assertThat(account(tenant).erasure()).isEqualTo(new Erasure.TakenBack(back, "sub_1"));
    assertThat(almanac.due(tenant))
        .extracting(DueItem::read)
        .containsExactly(new DueAction(tenant, Duty.ERASURE_WITHDRAWAL, back, 0, back));
  }

  @Test
  void anotherPersonsLoginUndoesNothing() {
    TenantId tenant = tenant(new Erasure.Scheduled(NOW, AT, Optional.empty()));
    assertThat(logIn(tenant, Role.MEMBER)).isInstanceOf(LoggingIn.LoggedIn.class);
    assertThat(account(tenant).erasesAt()).contains(AT);
    assertThat(told(tenant)).isEmpty();
  }

  @Test
  void whoeverComesTooLateIsUnknown() {
    TenantId tenant = tenant(new Erasure.Scheduled(NOW, AT, Optional.empty()));
    almanac.now = AT;
    assertThat(logIn(tenant, Role.OWNER)).isInstanceOf(LoggingIn.InvalidCredentials.class);
    assertThat(logIn(tenant, Role.MEMBER)).isInstanceOf(LoggingIn.InvalidCredentials.class);
    assertThat(account(tenant).erasesAt()).contains(AT);
  }

  @Test
  void aWrongPasswordUndoesNothing() {
    TenantId tenant = tenant(new Erasure.Scheduled(NOW, AT, Optional.empty()));
    assertThat(loggingIn.logIn(email(tenant, Role.OWNER), new Password("wrong"), CLIENT))
        .isInstanceOf(LoggingIn.InvalidCredentials.class);
    assertThat(account(tenant).erasesAt()).contains(AT);
  }

  @Test
  void theOwnerWhoProvesTheMailboxComesBackAsByLoggingIn() {
    TenantId tenant = tenant(new Erasure.Scheduled(NOW, AT, Optional.of("sub_1")), false);
    assertThat(verify(tenant, Role.MEMBER)).isInstanceOf(VerifyingEmail.Verified.class);
    assertThat(account(tenant).erasesAt()).as("anybody else undoes nothing").contains(AT);

    Instant back = AT.minusMillis(1);
    almanac.now = back;
    assertThat(verify(tenant, Role.OWNER)).isInstanceOf(VerifyingEmail.Verified.class);
    assertThat(account(tenant).erasure()).isEqualTo(new Erasure.TakenBack(back, "sub_1"));
    assertThat(told(tenant)).contains(new Announcement.ErasureUndone(account(tenant).owner()));
    assertThat(almanac.due(tenant))
        .extracting(DueItem::read)
        .containsExactly(new DueAction(tenant, Duty.ERASURE_WITHDRAWAL, back, 0, back));
  }

  @Test
  void whoProvesTheMailboxTooLateIsUnknown() {
    TenantId tenant = tenant(new Erasure.Scheduled(NOW, AT, Optional.empty()), false);
    almanac.now = AT;
    assertThat(verify(tenant, Role.OWNER)).isInstanceOf(VerifyingEmail.Invalid.class);
    assertThat(account(tenant).erasesAt()).contains(AT);
  }

  /** Both have read the account when the first of them writes. */
  @RepeatedTest(5)
  void eitherTheMailboxIsProvenOrTheErasureBegins() {
    Erasure.Scheduled scheduled = new Erasure.Scheduled(NOW, AT, Optional.empty());
    TenantId tenant = tenant(scheduled, false);
    almanac.now = AT.minusMillis(1);
    List<Callable<Boolean>> racers =
        List.of(
            () -> verify(tenant, Role.OWNER) instanceof VerifyingEmail.Verified,
            () -> erasures.move(tenant, scheduled, new Erasure.Running(AT)));
    List<Boolean> _ = Race.run(racers);
    assertThat(account(tenant).isClosed(AT.minusMillis(1)))
        .isEqualTo(told(tenant).stream().noneMatch(Announcement.ErasureUndone.class::isInstance));
  }

  /** Both have read the account when the first of them writes. */
  @RepeatedTest(5)
  void eitherTheOwnerComesBackOrTheErasureBegins() {
    Erasure.Scheduled scheduled = new Erasure.Scheduled(NOW, AT, Optional.empty());
    TenantId tenant = tenant(scheduled);
    almanac.now = AT.minusMillis(1);
    world.faults.follow(Script.calm());
    world.faults.hold(Gate.after("BatchGetItem", 2));
    List<Callable<Boolean>> racers =
        List.of(
            () -> logIn(tenant, Role.OWNER) instanceof LoggingIn.LoggedIn,
            () -> {
              account(tenant);
              return erasures.move(tenant, scheduled, new Erasure.Running(AT));
            });
    assertThat(Race.run(racers)).containsExactlyInAnyOrder(true, false);
    assertThat(account(tenant).isClosed(AT.minusMillis(1))).isEqualTo(told(tenant).isEmpty());
  }

  /** With the link of a mail. */
  private VerifyingEmail.Outcome verify(TenantId tenant, Role role) {
    String secret = Some.IDS.audit(NOW).value();
    OneTimeToken token =
        new OneTimeToken(
            Fingerprint.of(secret),
            OneTimeToken.Purpose.VERIFY_EMAIL,
            tenant,
            new DirectoryDynamo(world.table).lookUp(email(tenant, role)).orElseThrow().user(),
            0,
            AT.plusSeconds(60),
            Optional.empty());
    world.table.writeAlways(List.of(Action.put(OneTimeTokenItem.write(token))));
    return verifying.verify(secret, CLIENT);
  }

  private LoggingIn.Outcome logIn(TenantId tenant, Role role) {
    return loggingIn.logIn(email(tenant, role), new Password("right"), CLIENT);
  }

  private List<Announcement> told(TenantId tenant) {
    return world.items(Key.tenant(tenant), "OUTBOX#").stream()
        .map(OutboxItem::read)
        .flatMap(Optional::stream)
        .map(Message::announcement)
        .toList();
  }

  private Account account(TenantId tenant) {
    return members.findTenancy(tenant).orElseThrow().account();
  }

  private TenantId tenant(Erasure erasure) {
    return tenant(erasure, true);
  }

  private TenantId tenant(Erasure erasure, boolean verified) {
    TenantId tenant = Some.tenant();
    User owner = person(tenant, Role.OWNER, verified);
    Account account = Account.founded(tenant, "Acme", owner.id(), NOW);
    List<Action> actions = new ArrayList<>();
    for (User user : List.of(owner, person(tenant, Role.MEMBER, verified))) {
      actions.add(EmailItem.claim(user, Optional.empty()));
      actions.add(Action.put(UserItem.write(user)));
    }
    actions.add(Action.put(AccountItem.write(account.with(erasure).signedOut(NOW))));
    actions.add(EnrollmentItem.begin(Enrollment.begun(tenant, new Grant.Given("free", NOW))));
    world.table.writeAlways(actions);
    return tenant;
  }

  private static User person(TenantId tenant, Role role, boolean verified) {
    return new User(
        tenant,
        Some.IDS.user(NOW),
        email(tenant, role),
        "Ada",
        role,
        verified ? new Verification.Verified(NOW) : new Verification.Unverified(),
        Optional.of(new PasswordHash("right")),
        Set.of(),
        0,
        NOW);
  }

  private static EmailAddress email(TenantId tenant, Role role) {
    return new EmailAddress(role.wireName() + "-" + tenant.value() + "@example.com");
  }

  /** Passwords and tokens that anybody can read. */
  private static final class Clear implements PasswordHasher, AccessTokens {
    @Override
    public PasswordHash hash(NewPassword password) {
      throw new UnsupportedOperationException();
    }

    @Override
    public PasswordHash upgrade(Password password) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
      return password.text().equals(hash.value());
    }

    @Override
    public void pretend(Password password) {}

    @Override
    public boolean isOutdated(PasswordHash hash) {
      return false;
    }

    @Override
    public String mint(AccessClaims claims, Instant now, Duration lifetime) {
      return claims.user().value();
    }

    @Override
    public Optional<AccessClaims> verify(String token) {
      return Optional.empty();
    }

    @Override
    public String publicKeys() {
      return "{}";
    }
  }
}
