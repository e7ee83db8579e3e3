package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceListParams;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.identity.PasswordPolicy;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.onboarding.InstallingPlatformOwner;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.sandbox.MovingSandboxes;
import dev.tollgate.core.sandbox.SandboxClock;
import dev.tollgate.core.sandbox.Sandboxes;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Script;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Tenants whose clocks are a year apart, and one that lives by everybody's, through every door:
 * none of them sees another's time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SideBySideTest {
  private static final String OWNER = "owner@platform.test";
  private static final String PASSWORD = "correct horse battery";
  private static final String GOOD = "4242424242424242";
  private static final String REFUSES = "4000000000000341";
  private static final String PAID = "payment_received";
  private static final String EMAILS = "/api/v1/usage/emails";

  /** More than any journey of these tests has stops. */
  private static final int MOST_STOPS = 120;

  private final Set<String> told = new HashSet<>();
  private Till till;
  private Caller platform;
  private int people;

  @BeforeAll
  void start() {
    till = Till.withSandboxes("tollgate");
    new SyncingPlans(
            till.world.bean(Edition.class),
            till.world.bean(PlanCatalogue.class),
            till.world.bean(ProviderCustomers.class),
            till.world.bean(ProviderCatalogue.class))
        .sync(false, true);
    platform = platformOwner();
  }

  @BeforeEach
  void calm() {
    till.world.faults.follow(Script.calm());
  }

  @AfterAll
  void stop() {
    till.close();
  }

  private record Person(String email, TenantId tenant, Caller caller) {}

  @Test
  void aYearApartInMoneyWindowsTokensAndLists() throws StripeException {
    Person far = buyer();
    Person near = buyer();
    Person other = buyer();
    for (Person each : List.of(far, near, other)) {
      assertThat(reserve(each)).isEqualTo(201);
      assertThat(used(each.caller())).isEqualTo(5);
    }
    Instant bought = now(other);
    mark(far);
    mark(near);
    turn(near, "P35D");
    turn(far, "P400D");
    journey(far, near);

    assertThat(days(bought, now(far))).isEqualTo(400);
    assertThat(days(bought, now(near))).isEqualTo(35);
    assertThat(days(bought, now(other))).isZero();

    // invoices: by the month of the trial's end, each by its own time
    Instant trialEnd = bought.plus(Duration.ofDays(14));
    assertThat(paid(far)).hasSize(monthsFrom(trialEnd, now(far)));
    assertThat(paid(far)).allSatisfy(at -> assertThat(at).isBefore(now(far)));
    assertThat(paid(near)).hasSize(monthsFrom(trialEnd, now(near)));
    assertThat(paid(near)).allSatisfy(at -> assertThat(at).isBefore(now(near)));
    assertThat(paid(other)).isEmpty();

    // what we know of it, and what the platform owner sees in one list after the other
    assertThat(periodEnd(far)).isBetween(now(far), now(far).plus(Duration.ofDays(31)));
    assertThat(periodEnd(near)).isBetween(now(near), now(near).plus(Duration.ofDays(31)));
    assertThat(periodEnd(other)).isCloseTo(trialEnd, within(1, ChronoUnit.HOURS));
    assertThat(seen(far)).isEqualTo("active");
    assertThat(seen(near)).isEqualTo("active");
    assertThat(seen(other)).isEqualTo("trialing");

    // what mails are dated by
    assertThat(messages(far, PAID))
        .hasSize(paid(far).size())
        .last()
        .satisfies(at -> assertThat(days(bought, at)).isGreaterThan(365));
    assertThat(messages(near, PAID))
        .hasSize(paid(near).size())
        .allSatisfy(at -> assertThat(days(bought, at)).isBetween(13L, 36L));
    assertThat(messages(other, PAID)).isEmpty();

    // tokens end by their tenant's time
    assertThat(far.caller().get(EMAILS).status()).isEqualTo(401);
    assertThat(near.caller().get(EMAILS).status()).isEqualTo(401);
    assertThat(other.caller().get(EMAILS).status()).isEqualTo(200);
    Caller farAgain = again(far);
    Caller nearAgain = again(near);
    assertThat(farAgain.get(EMAILS).status()).isEqualTo(200);

    // windows are those of the month that it is for the tenant
    assertThat(used(farAgain)).isZero();
    assertThat(used(nearAgain)).isZero();
    assertThat(used(other.caller())).isEqualTo(5);
  }

  @Test
  void aTrialEndsByItsOwnTenantsTime() {
    Person far = person();
    Person near = person();
    Person other = person();
    turnAtOnce(far, Duration.ofDays(365));
    turnAtOnce(near, Duration.ofDays(3));
    assertThat(plan(again(far))).isEqualTo("free");
    assertThat(plan(again(near))).isEqualTo("pro");
    assertThat(plan(other.caller())).isEqualTo("pro");
    assertThat(seen(far)).isEqualTo("active");
    assertThat(seen(near)).isEqualTo("trialing");
    assertThat(seen(other)).isEqualTo("trialing");
  }

  @Test
  void whoBuysWhileAheadBuysByTheirOwnTime() throws StripeException {
    Person far = person();
    turnAtOnce(far, Duration.ofDays(365));
    Caller caller = again(far);
    pay(caller);
    tell();
    assertThat(paid(far))
        .singleElement()
        .satisfies(at -> assertThat(at).isCloseTo(now(far), day()));
    assertThat(periodEnd(far)).isAfter(now(far));
  }

  @Test
  void aRenewalThatIsRefusedOnTheWayIsDunnedOnItsDays() throws StripeException {
    Person far = buyer();
    replaceCard(far, REFUSES);
    mark(far);
    Instant bought = now(far);
    turn(far, "P2M");
    journey(far);

    // The trial's end, an hour until the provider asks for the money, and the edition's days.
    Instant owed = bought.plus(Duration.ofDays(14));
    assertThat(messages(far, "payment_failed")).isNotEmpty();
    assertThat(messages(far, "payment_failed").getFirst())
        .isCloseTo(owed.plus(Duration.ofHours(1)), hours(2));
    assertThat(messages(far, "access_ending"))
        .singleElement()
        .satisfies(at -> assertThat(at).isCloseTo(owed.plus(Duration.ofDays(5)), hours(1)));
    assertThat(messages(far, "access_ended"))
        .singleElement()
        .satisfies(at -> assertThat(at).isCloseTo(owed.plus(Duration.ofDays(7)), hours(1)));
    assertThat(paid(far)).isEmpty();
  }

  @Test
  void aClockThatAnotherInstanceHasMovedIsNotMovedTooFar() {
    Person far = person();
    mark(far);
    Instant from = now(far);
    turn(far, "P40D");
    // Another instance is on its way with it, which this one has not heard of.
    now(far);
    Sandboxes sandboxes = till.world.bean(Sandboxes.class);
    SandboxClock clock = sandboxes.find(far.tenant()).orElseThrow();
    SandboxClock farther = new SandboxClock(far.tenant(), Duration.ofDays(30), clock.target());
    assertThat(sandboxes.move(clock, farther)).isTrue();
    journey(far);
    assertThat(days(from, now(far))).isEqualTo(40);
  }

  @Test
  void aJourneyThatDiesBetweenAnyTwoCallsEndsWhereItWould() throws StripeException {
    Person far = buyer();
    mark(far);
    turn(far, "P50D");
    for (int call = 1; call <= 12; call++) { // each run dies one call later than the one before
      till.world.faults.follow(Script.at(call, Fault.CRASH_BEFORE));
      try {
        moveClocks();
      } catch (Crash died) {
        assertThat(died).isNotNull();
      }
      till.world.faults.follow(Script.calm());
    }
    journey(far);
    assertThat(paid(far)).hasSize(2).doesNotHaveDuplicates();
    assertThat(messages(far, PAID)).hasSize(2);
  }

  @Test
  void whereNoSandboxIsTurnedARequestReadsTheirClocksAtMostOnceASecond() {
    Person other = person();
    other.caller().get(EMAILS);
    till.world.faults.follow(Script.calm());
    Instant began = Instant.now();
    int requests = 20;
    for (int i = 0; i < requests; i++) {
      assertThat(other.caller().get(EMAILS).status()).isEqualTo(200);
    }
    long seconds = Duration.between(began, Instant.now()).toSeconds() + 2;
    assertThat(till.world.faults.calls().stream().filter("Query"::equals).count())
        .isLessThanOrEqualTo(requests + seconds);
  }

  /** Runs and news in turn, as each minute has them, until all are there. */
  private void journey(Person... travellers) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      moveClocks();
      tell();
      if (Stream.of(travellers).allMatch(this::isThere)) {
        return;
      }
    }
    throw new AssertionError("still under way");
  }

  private boolean isThere(Person person) {
    return platform.get(path(person, "/clock")).body().get("target") == null;
  }

  private void moveClocks() {
    MovingSandboxes.Report report =
        till.world.bean(MovingSandboxes.class).run((action, fate) -> {});
    assertThat(report.failures()).isEmpty();
  }

  /** What happened at the provider, by whatever clock, is delivered once. */
  private void tell() {
    for (String payload : till.payloads()) {
      Map<?, ?> event =
          (Map<?, ?>) Objects.requireNonNull(Json.read(payload.getBytes(StandardCharsets.UTF_8)));
      if (told.add(String.valueOf(event.get("id")))) {
        Answer answer = till.deliver(payload);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      }
    }
    till.drain();
  }

  private void mark(Person person) {
    Answer marked = platform.post(path(person, "/sandbox"), Map.of());
    assertThat(marked.status()).as(marked.text()).isEqualTo(200);
  }

  private void turn(Person person, String span) {
    Answer turned = platform.post(path(person, "/clock"), Map.of("advance", span));
    assertThat(turned.status()).as(turned.text()).isEqualTo(202);
  }

  /** Without stops on the way, for those to whom nothing would happen there. */
  private void turnAtOnce(Person person, Duration ahead) {
    mark(person);
    var sandboxes = till.world.bean(Sandboxes.class);
    var clock = sandboxes.find(person.tenant()).orElseThrow();
    assertThat(sandboxes.move(clock, new SandboxClock(person.tenant(), ahead, clock.target())))
        .isTrue();
    // What was read is good for a second, by everybody's time.
    till.pass(Duration.ofSeconds(2));
  }

  private Person person() {
    Caller visitor = till.world.caller().from("198.51.7." + ++people);
    String email = World.newEmail();
    Answer session = visitor.register(email);
    assertThat(session.status()).as(session.text()).isEqualTo(201);
    Answer verified =
        visitor.verify(till.world.mailedToken(OneTimeToken.Purpose.VERIFY_EMAIL, email));
    assertThat(verified.status()).as(verified.text()).isEqualTo(200);
    return new Person(
        email, till.world.user(email).tenant(), visitor.bearing(session.accessToken()));
  }

  private Person buyer() {
    Person person = person();
    pay(person.caller());
    tell();
    return person;
  }

  private void pay(Caller caller) {
    Answer answer = caller.post("/api/v1/billing/checkout-session", Map.of("plan", "pro"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(till.pay(answer.text("url"), GOOD).get("status")).isEqualTo("complete");
  }

  private void replaceCard(Person person, String card) {
    Answer page = person.caller().post("/api/v1/billing/portal-session", "{}");
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    String url = page.text("url");
    Map<?, ?> answer =
        till.person(
            "/_test/portal/" + url.substring(url.lastIndexOf('/') + 1),
            Map.of("action", "set_card", "card", card));
    assertThat(answer.containsKey("error")).as(answer.toString()).isFalse();
    tell();
  }

  private Caller again(Person person) {
    Answer session = till.world.caller().from("198.51.8." + ++people).logIn(person.email());
    assertThat(session.status()).as(session.text()).isEqualTo(200);
    return till.world.caller().bearing(session.accessToken());
  }

  private static int reserve(Person person) {
    return person
        .caller()
        .post("/api/v1/quota/reservations", Map.of("meter", "emails", "amount", 5))
        .status();
  }

  private static long used(Caller caller) {
    Answer usage = caller.get(EMAILS);
    assertThat(usage.status()).as(usage.text()).isEqualTo(200);
    return ((Number) Objects.requireNonNull(usage.body().get("used"))).longValue();
  }

  private static String plan(Caller caller) {
    Answer entitlements = caller.get("/api/v1/entitlements");
    assertThat(entitlements.status()).as(entitlements.text()).isEqualTo(200);
    return entitlements.text("plan");
  }

  private Instant now(Person person) {
    return till.world.bean(Time.class).now(person.tenant());
  }

  private String seen(Person person) {
    return platform.get(path(person, "")).text("status");
  }

  private Instant periodEnd(Person person) {
    return Instant.parse(platform.get(path(person, "")).text("current_period_end"));
  }

  /** When the provider made each invoice that was paid and cost something, oldest first. */
  private List<Instant> paid(Person person) throws StripeException {
    String customer =
        till.world
            .bean(Enrollments.class)
            .find(person.tenant())
            .orElseThrow()
            .customer()
            .id()
            .orElseThrow();
    return till
        .client
        .v1()
        .invoices()
        .list(InvoiceListParams.builder().setCustomer(customer).setLimit(100L).build())
        .getData()
        .stream()
        .filter(invoice -> "paid".equals(invoice.getStatus()) && invoice.getAmountPaid() > 0)
        .map(Invoice::getCreated)
        .map(Instant::ofEpochSecond)
        .sorted()
        .toList();
  }

  /** When the tenant was told so, oldest first. */
  private List<Instant> messages(Person person, String kind) {
    return till.world.items().stream()
        .filter(item -> item.get("pk").s().equals("TENANT#" + person.tenant().value()))
        .filter(item -> item.get("sk").s().startsWith("OUTBOX#"))
        .map(item -> item.get("message").m())
        .filter(message -> message.get("type").s().equals(kind))
        .map(message -> Instant.parse(message.get("at").s()))
        .sorted()
        .toList();
  }

  private static int monthsFrom(Instant first, Instant now) {
    int months = 0;
    while (!first
        .atZone(ZoneOffset.UTC)
        .plusMonths(months)
        .toInstant()
        .plus(Duration.ofHours(1))
        .isAfter(now)) {
      months++;
    }
    return months;
  }

  private static long days(Instant from, Instant to) {
    return Duration.between(from, to.plus(Duration.ofHours(1))).toDays();
  }

  private static org.assertj.core.data.TemporalUnitOffset day() {
    return within(1, ChronoUnit.DAYS);
  }

  private static org.assertj.core.data.TemporalUnitOffset hours(long most) {
    return within(most, ChronoUnit.HOURS);
  }

  private static String path(Person person, String rest) {
    return "/api/v1/admin/tenants/" + person.tenant().value() + rest;
  }

  private Caller platformOwner() {
    NewPassword password =
        switch (new PasswordPolicy().check(PASSWORD)) {
          case Checked.Valid<NewPassword> valid -> valid.value();
          case Checked.Invalid<NewPassword> invalid -> throw new AssertionError(invalid.toString());
        };
    new InstallingPlatformOwner(
            till.world.bean(Edition.class),
            till.world.bean(Directory.class),
            till.world.bean(Registrations.class),
            till.world.bean(PasswordHasher.class),
            till.world.bean(Time.class),
            till.world.bean(Ids.class))
        .install(new EmailAddress(OWNER), password);
    return till.world.caller().bearing(till.world.caller().logIn(OWNER, PASSWORD).accessToken());
  }
}
