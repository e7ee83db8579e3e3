package dev.tollgate.stripelocal.subscriptions;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.model.billing.Meter;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceCreateParams.Recurring;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.billing.MeterCreateParams;
import com.stripe.param.billing.MeterEventCreateParams;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A small shop on a stand-in: customers with cards, prices, a meter; all through Stripe's own
 * client.
 */
public final class Shop implements AutoCloseable {
  public static final String GOOD = "pm_card_visa";

  /** Can be saved, and each charge is refused. */
  public static final String FAILS = "pm_card_chargeCustomerFail";

  private final TestStripe stripe;

  private Shop(TestStripe stripe) {
    this.stripe = stripe;
  }

  public static Shop open() {
    return new Shop(TestStripe.start());
  }

  public static Shop open(UnaryOperator<Settings> settings) {
    return new Shop(TestStripe.start(settings.apply(Settings.defaults().strict())));
  }

  public static Shop on(TestStripe stripe) {
    return new Shop(stripe);
  }

  /** Opens at another day than 1 August 2026. */
  public static Shop openAt(String instant) {
    Shop shop = open();
    shop.stripe.clock().moveTo(Instant.parse(instant));
    return shop;
  }

  public TestStripe stripe() {
    return stripe;
  }

  public com.stripe.service.V1Services v1() {
    return stripe.client().v1();
  }

  public long now() {
    return stripe.clock().seconds();
  }

  public void days(long days) {
    stripe.advance(Duration.ofDays(days));
  }

  public void hours(long hours) {
    stripe.advance(Duration.ofHours(hours));
  }

  public void until(String instant) {
    stripe.advance(Duration.between(stripe.clock().instant(), Instant.parse(instant)));
  }

  /** A customer without a card. */
  public Customer stranger() throws StripeException {
    return v1().customers()
        .create(CustomerCreateParams.builder().setEmail("owner@example.com").build());
  }

  /** A customer whose default is a card of that kind. */
  public Customer customer(String card) throws StripeException {
    Customer customer = stranger();
    pays(customer.getId(), card);
    return customer;
  }

  /** The customer's default is another card from now on. */
  public PaymentMethod pays(String customer, String card) throws StripeException {
    PaymentMethod method =
        v1().paymentMethods()
            .attach(card, PaymentMethodAttachParams.builder().setCustomer(customer).build());
    v1().customers()
        .update(
            customer,
            CustomerUpdateParams.builder()
                .setInvoiceSettings(
                    CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(method.getId())
                        .build())
                .build());
    return method;
  }

  private PriceCreateParams.Builder price(String product, Recurring.Interval interval)
      throws StripeException {
    String id =
        v1().products().create(ProductCreateParams.builder().setName(product).build()).getId();
    return PriceCreateParams.builder()
        .setProduct(id)
        .setCurrency("usd")
        .setRecurring(Recurring.builder().setInterval(interval).build());
  }

  public Price monthly(String product, long cents) throws StripeException {
    return v1().prices()
        .create(price(product, Recurring.Interval.MONTH).setUnitAmount(cents).build());
  }

  public Price yearly(String product, long cents) throws StripeException {
    return v1().prices()
        .create(price(product, Recurring.Interval.YEAR).setUnitAmount(cents).build());
  }

  public Meter meter() throws StripeException {
    return v1().billing()
        .meters()
        .create(
            MeterCreateParams.builder()
                .setDisplayName("Operations")
                .setEventName("operations")
                .setDefaultAggregation(
                    MeterCreateParams.DefaultAggregation.builder()
                        .setFormula(MeterCreateParams.DefaultAggregation.Formula.SUM)
                        .build())
                .build());
  }

  /** A metered monthly price; the amounts are the caller's to set. */
  public Price metered(Meter meter, UnaryOperator<PriceCreateParams.Builder> amounts)
      throws StripeException {
    PriceCreateParams.Builder builder =
        price("Operations", Recurring.Interval.MONTH)
            .setRecurring(
                Recurring.builder()
                    .setInterval(Recurring.Interval.MONTH)
                    .setUsageType(Recurring.UsageType.METERED)
                    .setMeter(meter.getId())
                    .build());
    return v1().prices().create(amounts.apply(builder).build());
  }

  public void uses(String customer, long units, String identifier) throws StripeException {
    v1().billing()
        .meterEvents()
        .create(
            MeterEventCreateParams.builder()
                .setEventName("operations")
                .setIdentifier(identifier)
                .putAllPayload(
                    Map.of("stripe_customer_id", customer, "value", Long.toString(units)))
                .build());
  }

  public Subscription subscribe(String customer, Price price, long quantity)
      throws StripeException {
    return subscribe(customer, price, quantity, builder -> builder);
  }

  public Subscription subscribe(
      String customer,
      Price price,
      long quantity,
      UnaryOperator<SubscriptionCreateParams.Builder> more)
      throws StripeException {
    return v1().subscriptions()
        .create(
            more.apply(
                    SubscriptionCreateParams.builder()
                        .setCustomer(customer)
                        .addItem(
                            SubscriptionCreateParams.Item.builder()
                                .setPrice(price.getId())
                                .setQuantity(quantity)
                                .build()))
                .build());
  }

  public Subscription subscription(String id) throws StripeException {
    return v1().subscriptions().retrieve(id);
  }

  public String status(String subscription) throws StripeException {
    return subscription(subscription).getStatus();
  }

  /** The invoices of a subscription, newest first. */
  public List<Invoice> invoices(String subscription) throws StripeException {
    return v1().invoices()
        .list(InvoiceListParams.builder().setSubscription(subscription).setLimit(100L).build())
        .getData();
  }

  public Invoice latest(String subscription) throws StripeException {
    return invoices(subscription).getFirst();
  }

  public static List<Long> amounts(Invoice invoice) {
    return invoice.getLines().getData().stream().map(InvoiceLineItem::getAmount).toList();
  }

  public static SubscriptionItem item(Subscription subscription) {
    return subscription.getItems().getData().getFirst();
  }

  /** The types of all events so far, oldest first. */
  public List<String> told() throws StripeException {
    return v1()
        .events()
        .list(com.stripe.param.EventListParams.builder().setLimit(100L).build())
        .getData()
        .reversed()
        .stream()
        .map(Event::getType)
        .toList();
  }

  @Override
  public void close() {
    stripe.close();
  }
}
