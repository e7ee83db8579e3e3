package dev.tollgate.stripelocal.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceItem;
import com.stripe.model.InvoicePayment;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceItemCreateParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.InvoiceUpdateParams;
import com.stripe.param.SubscriptionCreateParams;
import dev.tollgate.stripelocal.subscriptions.Shop;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceRoomTest {
  @Test
  void anInvoiceOfWaitingItemsIsFinalizedAndPaidByHand() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      item(shop, customer, 1500, "Set-up");
      item(shop, customer, -300, "Voucher");
      Invoice draft = invoice(shop, customer);
      assertThat(draft.getStatus()).isEqualTo("draft");
      assertThat(draft.getBillingReason()).isEqualTo("manual");
      assertThat(Shop.amounts(draft)).containsExactly(1500L, -300L);

      Invoice open = shop.v1().invoices().finalizeInvoice(draft.getId());
      assertThat(open.getStatus()).isEqualTo("open");
      assertThat(open.getNumber()).isNotNull();
      Invoice paid = shop.v1().invoices().pay(draft.getId());

      assertThat(paid.getStatus()).isEqualTo("paid");
      assertThat(paid.getAmountPaid()).isEqualTo(1200);
      assertThat(shop.v1().invoices().lineItems().list(draft.getId()).getData()).hasSize(2);
      assertThatThrownBy(() -> shop.v1().invoices().pay(draft.getId()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("already paid");
    }
  }

  @Test
  void anItemCanBePutOntoADraft() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      Invoice draft = invoice(shop, customer);

      shop.v1()
          .invoiceItems()
          .create(
              InvoiceItemCreateParams.builder()
                  .setCustomer(customer.getId())
                  .setInvoice(draft.getId())
                  .setAmount(700L)
                  .setDescription("Domain")
                  .build());

      assertThat(shop.v1().invoices().retrieve(draft.getId()).getTotal()).isEqualTo(700);
    }
  }

  @Test
  void numbersOfACustomerFollowEachOther() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      item(shop, customer, 1500, "One");
      Invoice first = shop.v1().invoices().finalizeInvoice(invoice(shop, customer).getId());
      item(shop, customer, 1500, "Two");
      Invoice second = shop.v1().invoices().finalizeInvoice(invoice(shop, customer).getId());

      assertThat(List.of(first.getNumber(), second.getNumber()))
          .allMatch(number -> number.startsWith(customer.getInvoicePrefix()))
          .satisfiesExactly(
              number -> assertThat(number).endsWith("-0001"),
              number -> assertThat(number).endsWith("-0002"));
    }
  }

  @Test
  void anOpenInvoiceIsVoidedOrGivenUpAndADraftIsDeleted() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.GOOD);
      String annulled = open(shop, customer);
      String givenUp = open(shop, customer);
      item(shop, customer, 900, "Draft");
      Invoice draft = invoice(shop, customer);

      assertThat(shop.v1().invoices().voidInvoice(annulled).getStatus()).isEqualTo("void");
      assertThat(shop.v1().invoices().markUncollectible(givenUp).getStatus())
          .isEqualTo("uncollectible");
      assertThat(shop.v1().invoices().delete(draft.getId()).getDeleted()).isTrue();

      assertThatThrownBy(() -> shop.v1().invoices().voidInvoice(annulled))
          .isInstanceOf(InvalidRequestException.class);
      assertThatThrownBy(() -> shop.v1().invoices().delete(givenUp))
          .isInstanceOf(InvalidRequestException.class);
      assertThat(shop.told()).contains("invoice.voided", "invoice.marked_uncollectible");
      assertThat(invoice(shop, customer).getTotal())
          .as("the deleted draft's item waits again")
          .isEqualTo(900);
    }
  }

  @Test
  void theWayFromAPaymentToItsInvoiceIsTheInvoicePayment() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 1);
      shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 4900), 1);
      String intent =
          shop.v1()
              .invoicePayments()
              .list(InvoicePaymentListParams.builder().setInvoice(made.getLatestInvoice()).build())
              .getData()
              .getFirst()
              .getPayment()
              .getPaymentIntent();

      List<InvoicePayment> found =
          shop.v1()
              .invoicePayments()
              .list(
                  InvoicePaymentListParams.builder()
                      .setPayment(
                          InvoicePaymentListParams.Payment.builder()
                              .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
                              .setPaymentIntent(intent)
                              .build())
                      .build())
              .getData();

      assertThat(found)
          .singleElement()
          .satisfies(
              payment -> {
                assertThat(payment.getInvoice()).isEqualTo(made.getLatestInvoice());
                assertThat(payment.getAmountPaid()).isEqualTo(4900);
                assertThat(payment.getIsDefault()).isTrue();
              });
    }
  }

  @Test
  void theHostedPageShowsTheInvoiceAndTakesACard() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.FAILS);
      Subscription made = shop.subscribe(customer.getId(), shop.monthly("Pro <b>", 4900), 1);
      String page =
          shop.latest(made.getId())
              .getHostedInvoiceUrl()
              .substring(shop.stripe().server().baseUri().toString().length());

      String shown = shop.stripe().raw("GET", page, null, "Accept", "text/html").body();
      HttpResponse<String> declined =
          shop.stripe().raw("POST", page, "card_number=4000000000000341", "Accept", "text/html");
      String paid =
          shop.stripe()
              .raw("POST", page, "card_number=4242+4242+4242+4242", "Accept", "text/html")
              .body();

      assertThat(shown).contains("$49.00", "Card number", "Pro &lt;b&gt;");
      assertThat(declined.statusCode()).isEqualTo(402);
      assertThat(declined.body()).contains("declined");
      assertThat(paid).contains("the invoice is paid").doesNotContain("Card number");
      assertThat(shop.status(made.getId())).isEqualTo("active");
      assertThat(shop.stripe().raw("GET", page + "/pdf", null, "Accept", "application/pdf").body())
          .startsWith("%PDF-1.4")
          .contains("Invoice " + shop.latest(made.getId()).getNumber())
          .endsWith("%%EOF\n");
    }
  }

  @Test
  void aCardThatMustBeAuthenticatedLeadsFromTheHostedPageToTheBankAndPays() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.customer(Shop.FAILS);
      Subscription made = shop.subscribe(customer.getId(), shop.monthly("Pro", 4900), 1);
      int base = shop.stripe().server().baseUri().toString().length();
      String page = shop.latest(made.getId()).getHostedInvoiceUrl().substring(base);

      HttpResponse<String> sent =
          shop.stripe().raw("POST", page, "card_number=4000002760003184", "Accept", "text/html");
      String bank = sent.headers().firstValue("Location").orElseThrow().substring(base);
      assertThat(sent.statusCode()).isEqualTo(303);
      assertThat(shop.status(made.getId())).isEqualTo("incomplete");
      shop.stripe().raw("POST", bank, "outcome=complete", "Accept", "text/html");

      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("paid");
      assertThat(shop.status(made.getId())).isEqualTo("active");
    }
  }

  @Test
  void anInvoiceThatIsSentWaitsForTheCustomerUntilItIsDue() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made =
          shop.subscribe(
              shop.stranger().getId(),
              shop.monthly("Pro", 4900),
              1,
              builder ->
                  builder
                      .setCollectionMethod(SubscriptionCreateParams.CollectionMethod.SEND_INVOICE)
                      .setDaysUntilDue(10L));
      assertThat(made.getStatus()).isEqualTo("active");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("open");
      assertThat(shop.told()).contains("invoice.sent");

      shop.days(10);

      assertThat(shop.status(made.getId())).isEqualTo("past_due");
      assertThat(shop.told()).contains("invoice.overdue");
    }
  }

  @Test
  void metadataIsMergedKeyByKey() throws StripeException {
    try (Shop shop = Shop.open()) {
      Invoice draft = invoice(shop, shop.customer(Shop.GOOD));
      shop.v1()
          .invoices()
          .update(
              draft.getId(),
              InvoiceUpdateParams.builder().putMetadata("a", "1").putMetadata("b", "2").build());

      Invoice after =
          shop.v1()
              .invoices()
              .update(draft.getId(), InvoiceUpdateParams.builder().putMetadata("a", "").build());

      assertThat(after.getMetadata()).containsOnlyKeys("b");
    }
  }

  private static String open(Shop shop, Customer customer) throws StripeException {
    item(shop, customer, 900, "Open");
    return shop.v1().invoices().finalizeInvoice(invoice(shop, customer).getId()).getId();
  }

  private static Invoice invoice(Shop shop, Customer customer) throws StripeException {
    return shop.v1()
        .invoices()
        .create(
            InvoiceCreateParams.builder()
                .setCustomer(customer.getId())
                .setPendingInvoiceItemsBehavior(
                    InvoiceCreateParams.PendingInvoiceItemsBehavior.INCLUDE)
                .build());
  }

  private static InvoiceItem item(Shop shop, Customer customer, long amount, String description)
      throws StripeException {
    return shop.v1()
        .invoiceItems()
        .create(
            InvoiceItemCreateParams.builder()
                .setCustomer(customer.getId())
                .setAmount(amount)
                .setCurrency("usd")
                .setDescription(description)
                .build());
  }
}
