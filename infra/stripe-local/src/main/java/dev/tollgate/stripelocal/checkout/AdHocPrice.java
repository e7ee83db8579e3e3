package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.Locale;
import java.util.OptionalLong;

/** A price that is made for one session, {@code price_data}; it can not be used for another. */
final class AdHocPrice {
  private AdHocPrice() {}

  static ObjectNode of(Work work, Params data) {
    ObjectNode price = Blank.PRICE.fresh();
    String currency = data.require("currency").toLowerCase(Locale.ROOT);
    if (!currency.matches("[a-z]{3}")) {
      throw StripeError.invalid("Invalid currency: " + currency, data.path("currency"));
    }
    price.put("currency", currency);
    amount(data, price);
    price.put("product", product(work, data));
    data.text("tax_behavior").ifPresent(value -> price.put("tax_behavior", value));
    data.in("recurring").ifPresent(recurring -> recur(price, recurring));
    ObjectNode added = work.add(Kind.PRICE, price);
    work.emit("price.created", added);
    return added;
  }

  private static void amount(Params data, ObjectNode price) {
    OptionalLong amount = data.integer("unit_amount");
    String decimal = data.orNull("unit_amount_decimal");
    if (amount.isPresent() == (decimal != null)) {
      throw StripeError.invalid(
          decimal == null ? "parameter_missing" : "parameters_exclusive",
          "Exactly one of `unit_amount` and `unit_amount_decimal` must be given.",
          data.path("unit_amount"));
    }
    if (amount.isPresent() && amount.getAsLong() < 0
        || decimal != null && !decimal.matches("\\d{1,12}(\\.\\d{1,12})?")) {
      throw StripeError.invalid(
          "parameter_invalid_integer", "Invalid non-negative amount.", data.path("unit_amount"));
    }
    if (decimal == null) {
      price.put("unit_amount", amount.getAsLong());
      price.put("unit_amount_decimal", Long.toString(amount.getAsLong()));
    } else {
      price.put("unit_amount_decimal", decimal);
      if (!decimal.contains(".")) {
        price.put("unit_amount", Long.parseLong(decimal));
      }
    }
  }

  private static String product(Work work, Params data) {
    if (data.has("product") == data.has("product_data")) {
      throw StripeError.invalid(
          data.has("product") ? "parameters_exclusive" : "parameter_missing",
          "Exactly one of `product` and `product_data` must be given.",
          data.path("product"));
    }
    if (data.has("product")) {
      String id = data.require("product");
      work.get(Kind.PRODUCT, id, data.path("product"));
      return id;
    }
    Params given = data.in("product_data").orElseThrow();
    ObjectNode product = Blank.PRODUCT.fresh();
    product.put("name", given.require("name")).put("updated", work.now());
    product.put("description", given.orNull("description"));
    product.put("unit_label", given.orNull("unit_label"));
    given.map("metadata").forEach(((ObjectNode) product.path("metadata"))::put);
    given.texts("images").forEach(product.withArray("/images")::add);
    ObjectNode added = work.add(Kind.PRODUCT, product);
    work.emit("product.created", added);
    return added.path("id").textValue();
  }

  private static void recur(ObjectNode price, Params recurring) {
    price.put("type", "recurring");
    price
        .putObject("recurring")
        .put("interval", recurring.require("interval"))
        .put("interval_count", recurring.integer("interval_count").orElse(1))
        .putNull("meter")
        .putNull("trial_period_days")
        .put("usage_type", "licensed");
  }
}
