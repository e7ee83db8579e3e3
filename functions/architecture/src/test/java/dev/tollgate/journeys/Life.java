package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceListParams;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.ReadOnlyWindow;
import dev.tollgate.core.subscriptions.Subscription;
import dev.tollgate.testkit.servers.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One tenant's life: what its owner does, and what happens to it, written down hour by hour. */
final class Life {
  /** What signing up takes, and the provider's whole seconds, are not of the day. */
  private static final Duration WORK = Duration.ofMinutes(5);

  private final Almanac almanac;
  private final String email;
  private final TenantId tenant;
  private final Instant start;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> invoices = new LinkedHashMap<>();
  private String state = "";
  private int mails;

  private Life(Almanac almanac, String email, TenantId tenant, Instant start) {
    this.almanac = almanac;
    this.email = email;
    this.tenant = tenant;
    this.start = start;
  }

  static Life begin(Almanac almanac, String email) {
    Answer session = almanac.till.world.caller().from(address(email)).register(email);
    assertThat(session.status()).as(session.text()).isEqualTo(201);
    TenantId tenant = almanac.till.world.user(email).tenant();
    return new Life(almanac, email, tenant, almanac.now());
  }

  /** From an address of their own, which keeps them under the limit of sign-ups. */
  private static String address(String email) {
    int hash = Math.floorMod(email.hashCode(), 250 * 250);
    return "198.51." + hash / 250 + "." + hash % 250;
  }

  void verify() {
    Mail mail = box().getFirst();
    String token = mail.text().replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
    Answer verified = almanac.till.world.caller().from(address(email)).verify(token);
    assertThat(verified.status()).as(verified.text()).isEqualTo(200);
  }

  TenantId tenant() {
    return tenant;
  }

  String email() {
    return email;
  }

  /** Logged in, whatever time has passed. */
  Caller person() {
    Answer session = almanac.till.world.caller().from(address(email)).logIn(email);
    assertThat(session.status()).as(session.text()).isEqualTo(200);
    return almanac.till.world.caller().from(address(email)).bearing(session.accessToken());
  }

  /** Buys on the hosted page. */
  void buys(String plan, String card) {
    Answer page = person().post("/api/v1/billing/checkout-session", Map.of("plan", plan));
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    note("buys " + plan);
    almanac.till.pay(page.text("url"), card);
    almanac.work();
  }

  /** Puts another card on file, on the hosted page. */
  void takesCard(String card) {
    Answer page = person().post("/api/v1/billing/portal-session", "{}");
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    String url = page.text("url");
    note("puts a card on file that ends with " + card.substring(12));
    almanac.till.person(
        "/_test/portal/" + url.substring(url.lastIndexOf('/') + 1),
        Map.of("action", "set_card", "card", card));
    almanac.work();
  }

  /** Follows the newest mail's link to an invoice, which needs no login. */
  void paysByLink(String card) {
    String page =
        box().stream()
            .flatMap(mail -> mail.links().stream())
            .filter(link -> link.startsWith(almanac.till.stripe.baseUri() + "/i/"))
            .findFirst()
            .orElseThrow();
    note("pays by the mail's link");
    almanac.till.payInvoice(page, card);
    almanac.work();
  }

  /** Wants everything erased. */
  void leaves() {
    Caller person = person();
    Map<?, ?> account = (Map<?, ?>) person.get("/api/v1/auth/me").body().get("account");
    Answer answer =
        person.delete(
            "/api/v1/accounts/me",
            Map.of("password", "correct horse battery", "confirm", account.get("name")));
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    note("asks to be erased");
    almanac.work();
  }

  void cancels() {
    Answer answer =
        person().post("/api/v1/billing/subscription/cancel", Map.of("at_period_end", true));
    assertThat(answer.status()).as(answer.text() + "\n" + story()).isEqualTo(200);
    note("cancels for the end of the period");
    almanac.work();
  }

  void note(String act) {
    write("*", act);
  }

  /** Writes down what is not as it was: mails, then money, then the state. */
  void look() {
    List<Mail> box = box().reversed();
    box.subList(mails, box.size()).stream()
        .map(Mail::subject)
        .sorted() // those of one moment have no order
        .forEach(subject -> write("mail", subject));
    mails = box.size();
    Optional<Tenancy> found = find();
    found.flatMap(tenancy -> tenancy.enrollment().customer().id()).ifPresent(this::lookAtInvoices);
    lookAt(found);
  }

  void lookAtState() {
    lookAt(find());
  }

  private Optional<Tenancy> find() {
    return almanac.till.world.bean(Members.class).findTenancy(tenant);
  }

  private void lookAt(Optional<Tenancy> found) {
    String now = found.map(this::describe).orElse("gone");
    if (!now.equals(state)) {
      state = now;
      write("state", now);
    }
  }

  private List<Mail> box() {
    return almanac.mails.box().to(email);
  }

  private void lookAtInvoices(String customer) {
    try {
      List<Invoice> all =
          almanac
              .till
              .client
              .v1()
              .invoices()
              .list(InvoiceListParams.builder().setCustomer(customer).setLimit(100L).build())
              .getData();
      for (Invoice invoice : all.reversed()) {
        String now = invoice.getStatus() + " " + amount(invoice);
        if (!"draft".equals(invoice.getStatus())
            && !now.equals(invoices.put(invoice.getId(), now))) {
          write("invoice", now);
        }
      }
    } catch (StripeException e) {
      throw new AssertionError(e);
    }
  }

  private static String amount(Invoice invoice) {
    Money money = new Money(invoice.getTotal(), invoice.getCurrency().toUpperCase(Locale.ROOT));
    return "%d.%02d %s".formatted(money.minor() / 100, money.minor() % 100, money.currency());
  }

  private String describe(Tenancy tenancy) {
    Edition edition = almanac.till.world.bean(Edition.class);
    Instant now = almanac.now();
    Subscription subscription = tenancy.enrollment().at(now, edition.terms());
    String rights =
        subscription.isLive(now)
            ? ""
            : ReadOnlyWindow.of(edition).isOpen(subscription, now) ? ", read-only" : ", closed";
    String standing =
        tenancy.account().standing() instanceof Standing.Suspended ? ", suspended" : "";
    return subscription.status() + " " + subscription.plan() + rights + standing;
  }

  private void write(String kind, String what) {
    Duration age = Duration.between(start, almanac.now()).plus(WORK);
    lines.add(
        "day %2d %02dh  %-7s %s".formatted(age.toDays(), age.toHoursPart(), kind, what).strip());
  }

  /** Since the beginning. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** When a trial of so long ends, as mails say it. */
  String day(Duration after) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
        .format(start.plus(after).atOffset(ZoneOffset.UTC));
  }

  String story() {
    return String.join("\n", lines);
  }

  String state() {
    return state;
  }
}
