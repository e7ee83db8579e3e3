package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Pricing;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The lines of a session: which prices may stand together, and what each costs. */
final class Lines {
  private static final int MOST = 100;

  private Lines() {}

  /**
   * What is bought.
   *
   * @param quantity 0 for a metered price, which has none
   */
  record Line(ObjectNode price, long quantity, Params given) {
    Pricing pricing() {
      return new Pricing(price);
    }

    /** What its quantity costs, in minor units; usage costs nothing yet. */
    long amount() {
      return pricing().isMetered() ? 0 : pricing().amount(quantity);
    }
  }

  /**
   * Reads and checks {@code line_items} for a mode; new prices of {@code price_data} are stored.
   */
  static List<Line> read(Call call, String mode) {
    List<Line> lines = new ArrayList<>();
    for (Params given : call.params().each("line_items")) {
      lines.add(line(call.work(), given));
    }
    if (mode.equals("setup")) {
      return lines;
    }
    if (lines.isEmpty() || lines.size() > MOST) {
      throw lines.isEmpty()
          ? StripeError.invalid(
              "parameter_missing", "Missing required param: line_items.", "line_items")
          : StripeError.invalid("There may be at most 100 line items.", "line_items");
    }
    checkRecurrence(lines, mode);
    checkCurrency(call.params(), lines);
    return lines;
  }

  private static Line line(Work work, Params given) {
    if (given.has("price") == given.has("price_data")) {
      throw StripeError.invalid(
          given.has("price") ? "parameters_exclusive" : "parameter_missing",
          "Exactly one of `price` and `price_data` must be given for a line item.",
          given.path("price"));
    }
    ObjectNode price =
        given
            .in("price_data")
            .map(data -> AdHocPrice.of(work, data))
            .orElseGet(() -> known(work, given));
    return new Line(price, quantity(given, new Pricing(price)), given);
  }

  private static ObjectNode known(Work work, Params given) {
    ObjectNode price = work.get(Kind.PRICE, given.require("price"), given.path("price"));
    if (!price.path("active").asBoolean(true)) {
      throw StripeError.invalid(
          "price_inactive",
          "The price specified is inactive. This field only accepts active prices.",
          given.path("price"));
    }
    boolean offered =
        work.find(Kind.PRODUCT, String.valueOf(Json.text(price, "product")))
            .map(product -> product.path("active").asBoolean(true))
            .orElse(false);
    if (!offered) {
      throw StripeError.invalid(
          "product_inactive",
          "The product of the price specified is inactive. This field only accepts prices of active"
              + " products.",
          given.path("price"));
    }
    return price;
  }

  private static long quantity(Params given, Pricing pricing) {
    OptionalLong quantity = given.integer("quantity");
    if (pricing.isMetered()) {
      if (quantity.isPresent()) {
        throw StripeError.invalid(
            "`quantity` should not be passed for prices with `recurring[usage_type]=metered`.",
            given.path("quantity"));
      }
      return 0;
    }
    if (quantity.isEmpty()) {
      throw StripeError.invalid(
          "parameter_missing",
          "Quantity is required. Add `quantity` to `"
              + given.path("quantity").replace("[quantity]", "")
              + "`",
          given.path("quantity"));
    }
    if (quantity.getAsLong() < 1 || quantity.getAsLong() > 999_999) {
      throw StripeError.invalid(
          "parameter_invalid_integer",
          "This value must be greater than or equal to 1 and at most 999999.",
          given.path("quantity"));
    }
    return quantity.getAsLong();
  }

  private static void checkRecurrence(List<Line> lines, String mode) {
    boolean recurring = lines.stream().anyMatch(line -> line.pricing().isRecurring());
    if (mode.equals("subscription") && !recurring) {
      throw StripeError.invalid(
          "You must provide at least one recurring price in `subscription` mode when using prices.",
          "line_items");
    }
    if (mode.equals("subscription")
        && !lines.stream().allMatch(line -> line.pricing().isRecurring())) {
      throw StripeError.invalid(
          "The stand-in does not support one-time prices beside recurring ones.", "line_items");
    }
    if (mode.equals("payment") && recurring) {
      throw StripeError.invalid(
          "You specified `payment` mode but passed a recurring price. Either switch to"
              + " `subscription` mode or use only one-time prices.",
          "line_items");
    }
  }

  private static void checkCurrency(Params params, List<Line> lines) {
    List<String> currencies =
        lines.stream().map(line -> line.pricing().currency()).distinct().toList();
    if (currencies.size() > 1) {
      throw StripeError.invalid(
          "You cannot combine currencies on a single Checkout Session. Prices were given in "
              + String.join(" and ", currencies)
              + ".",
          "line_items");
    }
    params
        .text("currency")
        .filter(currency -> !currency.equalsIgnoreCase(currencies.getFirst()))
        .ifPresent(
            currency -> {
              throw StripeError.invalid(
                  "The price specified only supports `"
                      + currencies.getFirst()
                      + "`. This doesn't match the expected currency: `"
                      + currency
                      + "`.",
                  "line_items[0][price]");
            });
  }

  /** Stores them under the session, in order. */
  static void store(Work work, String session, List<Line> lines, boolean trial) {
    int position = 0;
    for (Line line : lines) {
      ObjectNode fields = Blank.LINE.fresh();
      boolean free = trial && line.pricing().isRecurring();
      fields.put("amount_subtotal", line.amount()).put("amount_total", free ? 0 : line.amount());
      fields.put("currency", line.pricing().currency());
      fields.put("description", description(work, line));
      line.given().map("metadata").forEach(((ObjectNode) fields.path("metadata"))::put);
      fields.set("price", line.price().deepCopy());
      if (!line.pricing().isMetered()) {
        fields.put("quantity", line.quantity());
      }
      fields.put(Sessions.SESSION, session).put("_position", position++);
      work.add(Kind.CHECKOUT_ITEM, fields);
    }
  }

  private static String description(Work work, Line line) {
    return work.find(Kind.PRODUCT, line.pricing().product())
        .map(product -> Json.text(product, "name"))
        .orElse(line.pricing().id());
  }
}
