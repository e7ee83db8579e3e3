package dev.tollgate.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.PaymentMethod;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.billingportal.SessionCreateParams;
import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.ChangingSubscription;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.Links;
import dev.tollgate.core.billing.OpeningCheckout;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.erasure.Erasures;
import dev.tollgate.core.erasure.RequestingErasure;
import dev.tollgate.core.identity.Comeback;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.killswitch.Grounds;
import dev.tollgate.core.killswitch.StandingChange;
import dev.tollgate.core.killswitch.Standings;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.onboarding.Registration;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One tenant that lives through its trial and its renewals: the real table, the stand-in, and
 * whatever of ours runs by itself: the schedule, the webhooks, the kill switch.
 */
final class Household {
  private static final Ids IDS = new Ids(new Random(17));

  final TenantId tenant;
  private final Stand stand;
  private final UserId owner;
  private final Instant begun;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Machinery machinery;

  private Household(Stand stand, Grant grant) {
    this.stand = stand;
    this.begun = stand.hand.now();
    this.tenant = IDS.tenant(begun);
    this.owner = IDS.user(begun);
    this.machinery = new Machinery(stand, tenant, IDS);
    register(grant);
    var _ = machinery.ensuring().ensure(tenant);
  }

  /** Signs up now and has the edition's trial. */
  static Household trying(Stand stand) {
    if (!(stand.edition.trial() instanceof TrialPolicy.Trial trial)) {
      throw new AssertionError("no trial");
    }
    Instant now = stand.hand.now();
    return new Household(stand, new Grant.Trial(trial.plan(), now, now.plus(trial.length())));
  }

  /** Signs up now and begins without a trial. */
  static Household without(Stand stand, String plan) {
    return new Household(stand, new Grant.Given(plan, stand.hand.now()));
  }

  private void register(Grant grant) {
    Account account = Account.founded(tenant, "Asha", owner, begun);
    User user =
        new User(
            tenant,
            owner,
            new EmailAddress(tenant.value() + "@example.com"),
            "Asha",
            Role.OWNER,
            new Verification.Verified(begun),
            Optional.empty(),
            Set.of(),
            0,
            begun);
    Enrollment enrollment = Enrollment.begun(tenant, grant);
    stand
        .bean(Registrations.class)
        .save(
            new Registration(
                Tenancy.of(account, enrollment).with(user),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Agenda.of(enrollment, stand.edition),
                Optional.empty(),
                AuditEntry.of(AuditAction.SIGNED_UP, tenant, owner, Office.browser(), begun, IDS),
                Optional.empty()));
  }

  // What runs by itself.

  /** Time passes; whatever falls due here or there happens on the way, at its time. */
  void pass(Duration time) {
    Instant target = stand.hand.now().plus(time);
    for (Optional<Instant> next = next(target); next.isPresent(); next = next(target)) {
      stand.pass(positive(Duration.between(stand.hand.now(), next.get())));
      settle();
    }
    stand.pass(Duration.between(stand.hand.now(), target));
    settle();
  }

  private static Duration positive(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  private Optional<Instant> next(Instant target) {
    Instant now = stand.hand.now();
    Stream<Instant> ours =
        Agenda.of(enrollment(), stand.edition).stream()
            .map(DueAction::at)
            .filter(at -> at.isAfter(now));
    return Stream.concat(ours, stand.stripe.nextDue().stream())
        .filter(at -> !at.isAfter(target))
        .min(Comparator.naturalOrder());
  }

  void settle() {
    machinery.settle();
  }

  int lifecycle() {
    return machinery.lifecycle();
  }

  // What its people do.

  /** From now on this card is charged; a test card's name, such as {@code pm_card_visa}. */
  void leaves(String card) throws StripeException {
    PaymentMethod method =
        stand
            .client
            .v1()
            .paymentMethods()
            .attach(card, PaymentMethodAttachParams.builder().setCustomer(customer()).build());
    var _ =
        stand
            .client
            .v1()
            .customers()
            .update(
                customer(),
                CustomerUpdateParams.builder()
                    .setInvoiceSettings(
                        CustomerUpdateParams.InvoiceSettings.builder()
                            .setDefaultPaymentMethod(method.getId())
                            .build())
                    .build());
  }

  /** Buys a plan on the provider's page. */
  void buys(String plan, String cardNumber) {
    var _ = stand.pay(opens(plan), cardNumber);
    settle();
  }

  /** Somebody at the provider signs a contract for them that begins with a trial. */
  void isGiven(String plan, Duration trial) throws StripeException {
    String price = stand.catalogue.find(plan).orElseThrow().prices().monthly().orElseThrow();
    var _ =
        stand
            .client
            .v1()
            .subscriptions()
            .create(
                SubscriptionCreateParams.builder()
                    .setCustomer(customer())
                    .addItem(SubscriptionCreateParams.Item.builder().setPrice(price).build())
                    .setTrialEnd(stand.hand.now().plus(trial).getEpochSecond())
                    .build());
    settle();
  }

  /** The provider's page for a plan. */
  URI opens(String plan) {
    Member member = stand.bean(Members.class).find(tenant, owner).orElseThrow();
    OpeningCheckout.Outcome outcome =
        new OpeningCheckout(
                stand.edition,
                stand.catalogue,
                machinery.ensuring(),
                stand.bean(ProviderCustomers.class),
                stand.bean(Checkouts.class),
                stand.bean(BillingChanges.class),
                new Links(URI.create("https://app.tollgate.test")),
                stand.hand,
                IDS)
            .open(
                member,
                new OpeningCheckout.Wish(plan, OptionalInt.empty(), BillingInterval.MONTHLY),
                Office.browser());
    if (!(outcome instanceof OpeningCheckout.Opened opened)) {
      throw new AssertionError("no checkout: " + outcome);
    }
    return opened.url();
  }

  /** Another card takes the place of the one that renewals go to, on the provider's page. */
  void replacesCard(String cardNumber) throws StripeException {
    String session =
        stand
            .client
            .v1()
            .billingPortal()
            .sessions()
            .create(SessionCreateParams.builder().setCustomer(customer()).build())
            .getId();
    Map<?, ?> answer =
        stand.person("/_test/portal/" + session, Map.of("action", "set_card", "card", cardNumber));
    if (answer.containsKey("error")) {
      throw new AssertionError("the portal refused: " + answer);
    }
    settle();
  }

  /** Changes the plan, as the API does. */
  void changes(String plan) {
    ChangingSubscription.Outcome outcome =
        new ChangingSubscription(
                stand.edition,
                stand.catalogue,
                stand.bean(Enrollments.class),
                (id, slots) -> Map.of(),
                stand.bean(ProviderCustomers.class),
                stand.bean(Contracts.class),
                machinery.refreshing(),
                stand.bean(BillingChanges.class),
                stand.hand,
                IDS)
            .change(
                stand.bean(Members.class).find(tenant, owner).orElseThrow(),
                new ChangingSubscription.Wish(
                    Optional.of(plan), OptionalInt.empty(), Optional.empty()),
                Office.browser());
    if (!(outcome instanceof ChangingSubscription.Changed)) {
      throw new AssertionError("not changed: " + outcome);
    }
    settle();
  }

  /** Wants everything erased, in thirty days. */
  void asksToBeErased() {
    Account account = account();
    Instant now = stand.hand.now();
    Account scheduled =
        account
            .with(new Erasure.Scheduled(now, now.plus(RequestingErasure.DELAY), Optional.empty()))
            .signedOut(now);
    write(
        account,
        scheduled,
        Agenda.of(scheduled),
        Message.of(new Announcement.ErasureScheduled(owner, now), tenant, now, IDS));
  }

  /** Thinks better of it. */
  void comesBack() {
    Account account = account();
    Instant now = stand.hand.now();
    User user = stand.bean(Members.class).find(tenant, owner).orElseThrow().user();
    Comeback back = Comeback.of(user, account, Office.browser(), now, IDS).orElseThrow();
    if (back.due().isEmpty()) {
      assertThat(
              stand.bean(Erasures.class).move(tenant, account.erasure(), back.account().erasure()))
          .isTrue();
      settle();
    } else {
      write(account, back.account(), back.due(), back.message());
    }
  }

  private void write(Account seen, Account next, List<DueAction> due, Message told) {
    AuditEntry entry =
        AuditEntry.of(
            AuditAction.ERASURE_REQUESTED, tenant, owner, Office.browser(), stand.hand.now(), IDS);
    assertThat(stand.bean(Erasures.class).schedule(seen, next, due, entry, told)).isTrue();
    settle();
  }

  /** Tells the contract to go on after all, as the API does. */
  void resumes() {
    Contract contract = enrollment().contract().orElseThrow();
    stand.bean(Contracts.class).resume(contract.id(), "resume-" + enrollment().version());
    settle();
  }

  private Account account() {
    return stand.bean(Members.class).findTenancy(tenant).orElseThrow().account();
  }

  /** Lives ahead of a provider that has one time for everybody. */
  void isAheadOfLiveMoney() {
    stand.hand.ahead.put(tenant, Duration.ofDays(1));
    machinery.liveMoney();
  }

  /** Follows the link of the mail and types a card number there. The page's status. */
  int paysOnThePage(String cardNumber) throws StripeException {
    String page = invoices("open").getFirst().getHostedInvoiceUrl();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("card_number=" + cardNumber))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
      settle();
      return status;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // What is so.

  Enrollment enrollment() {
    return stand.bean(Enrollments.class).find(tenant).orElseThrow();
  }

  Subscription subscription() {
    return enrollment().at(stand.hand.now(), stand.edition.terms());
  }

  boolean isSuspended() {
    return stand.bean(Members.class).findTenancy(tenant).orElseThrow().account().standing()
        instanceof Standing.Suspended;
  }

  /** Somebody of the platform stops the tenant, or lets it go again. */
  void stopped(boolean stop) {
    Standings standings = stand.bean(Standings.class);
    Account account = stand.bean(Members.class).findTenancy(tenant).orElseThrow().account();
    Instant now = stand.hand.now();
    AuditEntry entry =
        AuditEntry.of(AuditAction.TENANT_SUSPENDED, tenant, owner, Office.browser(), now, IDS);
    Standing.Suspended standing =
        new Standing.Suspended(SuspensionCause.ADMINISTRATOR, "Looked into.", begun);
    if (stop) {
      var _ =
          standings.suspend(
              new StandingChange(account.with(standing), entry, List.of()), new Grounds.Decision());
    } else {
      boolean _ =
          standings.restore(
              new StandingChange(account.with(new Standing.Good()), entry, List.of()),
              standing,
              false);
    }
  }

  String customer() {
    return enrollment().customer().id().orElseThrow();
  }

  List<Invoice> invoices(String status) throws StripeException {
    return stand
        .client
        .v1()
        .invoices()
        .list(
            InvoiceListParams.builder()
                .setCustomer(customer())
                .setStatus(
                    InvoiceListParams.Status.valueOf(status.toUpperCase(java.util.Locale.ROOT)))
                .setLimit(100L)
                .build())
        .getData();
  }

  /** Cents that were taken. */
  long taken() throws StripeException {
    return invoices("paid").stream().mapToLong(Invoice::getAmountPaid).sum();
  }

  /** What the owner was told, by the hours since the start and then by name. */
  List<String> heard() {
    List<String> heard = new ArrayList<>();
    for (Message message : machinery.messages()) {
      if (message.announcement() instanceof Announcement.ToPerson told) {
        long hours = Duration.between(begun, message.at()).toHours();
        heard.add(hours / 24 + "d" + hours % 24 + "h " + told.getClass().getSimpleName());
      }
    }
    return heard.stream()
        .sorted(Comparator.comparing(Household::hours).thenComparing(line -> line))
        .toList();
  }

  private static int hours(String line) {
    String[] parts = line.split("[dh]", 3);
    return Integer.parseInt(parts[0]) * 24 + Integer.parseInt(parts[1]);
  }

  <T extends Announcement> List<T> heard(Class<T> kind) {
    return machinery.messages().stream()
        .map(Message::announcement)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
