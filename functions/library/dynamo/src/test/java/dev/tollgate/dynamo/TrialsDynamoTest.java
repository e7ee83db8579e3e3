package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialScope;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.PasswordHash;
import dev.tollgate.core.identity.Passwords.Reset;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.onboarding.Registration;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.core.onboarding.Seat;
import dev.tollgate.core.onboarding.Verifications.Redemption;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.trials.Mailbox;
import dev.tollgate.core.trials.ProvingTrial;
import dev.tollgate.core.trials.TrialProof;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One trial for one mailbox, whoever asks at the same moment and under whatever spelling. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrialsDynamoTest {
  private static final Client BROWSER = new Client("127.0.0.1", "test");
  private static final Edition EDITION = EditionFiles.load("rms");

  private final ATable world = new ATable();
  private final Fences fences = Fences.of(EDITION);
  private final VerificationsDynamo verifications = new VerificationsDynamo(world.table, fences);
  private final PasswordsDynamo passwords = new PasswordsDynamo(world.table, fences);
  private final RegistrationsDynamo registrations = new RegistrationsDynamo(world.table);
  private final MembersDynamo members = new MembersDynamo(world.table);
  private final ProvingTrial proving = new ProvingTrial(EDITION, Some.IDS);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @RepeatedTest(20)
  void twoAliasesVerifiedAtOnceHaveOneTrialBetweenThem() {
    String name = name();
    List<Member> people = List.of(owner(name + "+a@example.com"), owner(name + "+b@example.com"));
    world.faults.follow(Script.first(1, "TransactWriteItems", Fault.LOST_ANSWER));
    world.faults.hold(Gate.after("BatchGetItem", people.size()));

    List<Redemption> ends =
        Race.run(
            people.stream().<Callable<Redemption>>map(each -> () -> verify(found(each))).toList());

    world.faults.follow(Script.calm());
    assertThat(ends).containsOnly(Redemption.REDEEMED);
    assertThat(people.stream().map(each -> found(each).enrollment().grant()).toList())
        .satisfiesOnlyOnce(grant -> assertThat(grant).isInstanceOf(Grant.Trial.class))
        .satisfiesOnlyOnce(grant -> assertThat(grant).isEqualTo(new Grant.Given("free", Some.NOW)));
    for (Member each : people) {
      boolean kept = found(each).enrollment().grant() instanceof Grant.Trial;
      assertThat(told(each, "trial_started")).hasSize(kept ? 1 : 0);
      assertThat(told(each, "published")).hasSize(kept ? 0 : 1);
      assertThat(found(each).user().isVerified()).isTrue();
    }
  }

  @Test
  void aTrialThatWasPromisedOutlastsOneThatTheMailboxHad() {
    String name = name();
    verify(owner(name + "@example.com"));
    Member second = owner(name + "+2@example.com", true);
    assertThat(verify(second)).isEqualTo(Redemption.REDEEMED);
    assertThat(found(second).enrollment()).isEqualTo(second.enrollment());
    assertThat(told(second, "trial_started")).hasSize(1);
  }

  @Test
  void aPasswordThatIsResetProvesTheMailboxAsWell() {
    String name = name();
    verify(owner(name + "@example.com"));
    Member second = owner(name + "+2@example.com");

    assertThat(reset(second, proving.first(prover(second), Some.NOW))).isEqualTo(Reset.TRIAL_HAD);
    assertThat(found(second).user().isVerified()).as("nothing is written").isFalse();
    assertThat(reset(second, proving.second(prover(second), BROWSER, Some.NOW)))
        .isEqualTo(Reset.DONE);
    assertThat(found(second).enrollment().grant()).isEqualTo(new Grant.Given("free", Some.NOW));
  }

  @Test
  void aSubscriptionThatMovedMeanwhileIsReadAgain() {
    String name = name();
    verify(owner(name + "@example.com"));
    Member second = owner(name + "+2@example.com");
    TrialProof refused = proving.second(prover(second), BROWSER, Some.NOW);
    world.table.writeAlways(List.of(EnrollmentItem.turn(second.account().id(), 0)));

    assertThat(redeem(second, refused)).isEqualTo(Redemption.MOVED);
    assertThat(found(second).user().isVerified()).isFalse();
    assertThat(verify(found(second))).isEqualTo(Redemption.REDEEMED);
    assertThat(found(second).enrollment().version()).isEqualTo(2);
  }

  @Test
  void whoHadATrialIsToldAtSignUpAndBeginsWithoutOne() {
    String name = name();
    verify(owner(name + "@example.com"));
    Member again = person(name + "+2@example.com", false);
    Optional<Mailbox> mailbox = mailbox(again);

    assertThat(registrations.save(registration(again, mailbox)))
        .isInstanceOf(Registrations.Outcome.TrialHad.class);
    assertThat(members.findTenancy(again.account().id())).isEmpty();
    world.faults.follow(Script.calm());
    assertThat(registrations.save(registration(again, Optional.empty())))
        .isInstanceOf(Registrations.Outcome.Saved.class);
    assertThat(world.faults.calls()).containsExactly("TransactWriteItems");
  }

  @Test
  void whatRemainsOfAMailboxBearsNoAddress() {
    String name = name();
    verify(owner(name + "@example.com"));
    assertThat(world.keys("TRIAL#")).isNotEmpty().noneMatch(key -> key.contains(name));
  }

  /** As the use case does it: once more where the first look was not enough. */
  private Redemption verify(Member member) {
    Redemption first = redeem(member, proving.first(prover(member), Some.NOW));
    return first == Redemption.TRIAL_HAD
        ? redeem(member, proving.second(prover(member), BROWSER, Some.NOW))
        : first;
  }

  private Redemption redeem(Member member, TrialProof trial) {
    User verified = member.user().verified(Some.NOW);
    return verifications.redeem(
        token(member, OneTimeToken.Purpose.VERIFY_EMAIL),
        verified,
        session(verified),
        Some.entry(verified.tenant()),
        trial,
        member.account(),
        Optional.empty());
  }

  private Reset reset(Member member, TrialProof trial) {
    User changed = member.user().withPassword(member.user().password().orElseThrow());
    return passwords.reset(
        token(member, OneTimeToken.Purpose.RESET_PASSWORD),
        changed.verified(Some.NOW),
        Some.entry(changed.tenant()),
        Some.fact(changed.tenant(), "reset").message(),
        trial);
  }

  private OneTimeToken token(Member member, OneTimeToken.Purpose purpose) {
    OneTimeToken token =
        new OneTimeToken(
            Fingerprint.of(name()),
            purpose,
            member.account().id(),
            member.user().id(),
            member.user().credentialVersion(),
            Some.NOW.plusSeconds(60),
            Optional.empty());
    world.table.writeAlways(List.of(Action.put(OneTimeTokenItem.write(token))));
    return token;
  }

  private Member found(Member member) {
    return members.find(member.account().id(), member.user().id()).orElseThrow();
  }

  private List<Row> told(Member member, String type) {
    return world.items(Key.tenant(member.account().id()), "OUTBOX#").stream()
        .filter(row -> row.attributes().toString().contains("S=" + type + ")"))
        .toList();
  }

  private static ProvingTrial.Prover prover(Member member) {
    return new ProvingTrial.Prover(
        member.user().id(), member.user().email(), member.account(), member.enrollment());
  }

  private static Optional<Mailbox> mailbox(Member member) {
    return Mailbox.of(member.user().email(), TrialScope.MAILBOX);
  }

  private Member owner(String email) {
    return owner(email, false);
  }

  private Member owner(String email, boolean promised) {
    Member member = person(email, promised);
    assertThat(registrations.save(registration(member, Optional.empty())))
        .isInstanceOf(Registrations.Outcome.Saved.class);
    return member;
  }

  private static Member person(String email, boolean promised) {
    TenantId tenant = Some.tenant();
    User user =
        new User(
            tenant,
            Some.IDS.user(Some.NOW),
            new EmailAddress(email),
            "Ada",
            Role.OWNER,
            new Verification.Unverified(),
            Optional.of(new PasswordHash("a hash")),
            Set.of(),
            0,
            Some.NOW);
    Grant trial = new Grant.Trial("pro", Some.NOW, Some.NOW.plus(Duration.ofDays(14)), promised);
    return Tenancy.of(
            Account.founded(tenant, "Acme", user.id(), Some.NOW), Enrollment.begun(tenant, trial))
        .with(user);
  }

  private static Registration registration(Member member, Optional<Mailbox> untried) {
    return new Registration(
        member,
        true,
        Optional.of(new Seat(OptionalLong.empty(), 0)),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Agenda.of(member.enrollment(), EDITION),
        untried,
        Some.entry(member.account().id()),
        Optional.empty());
  }

  private static Session session(User user) {
    Fingerprint secret = Fingerprint.of(name());
    return new Session(
        user.tenant(),
        user.id(),
        Some.IDS.session(Some.NOW),
        user.credentialVersion(),
        0,
        secret,
        secret,
        Optional.empty(),
        BROWSER,
        Some.NOW,
        Some.NOW,
        Some.NOW.plusSeconds(60),
        Optional.empty());
  }

  private static String name() {
    return Some.IDS.audit(Some.NOW).value().replace("_", "");
  }
}
