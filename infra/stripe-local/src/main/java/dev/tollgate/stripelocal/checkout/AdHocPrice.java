package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.catalogue.Prices;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;

/** A price that is made for one session, {@code price_data}. */
final class AdHocPrice {
  private AdHocPrice() {}

  static ObjectNode of(Work work, Params data) {
    ObjectNode price = Prices.add(work, data, product(work, data));
    if (!price.path("recurring").isObject()) {
      // As Stripe leaves it: nobody else can buy at it. A recurring one stays, for its subscription
      // asks for active prices.
      price.put("active", false);
    }
    return price;
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
    Params given = data.in("product_data").orElse(Params.none());
    ObjectNode fields = Blank.PRODUCT.fresh();
    fields.put("name", given.require("name")).put("updated", work.now());
    fields.put("description", given.orNull("description"));
    fields.put("unit_label", given.orNull("unit_label"));
    fields.set("metadata", Metadata.of(given));
    given.texts("images").forEach(fields.withArray("/images")::add);
    ObjectNode product = work.add(Kind.PRODUCT, fields);
    work.emit("product.created", product);
    return product.path("id").textValue();
  }
}
