package dev.tollgate.stripelocal.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Fields;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import dev.tollgate.stripelocal.wire.Unmodelled;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code /v1/prices}. What a price charges never changes; another amount is another price, which
 * may take over the lookup key.
 */
public final class Prices implements Room {
  @Override
  public void register(Router router) {
    router.on("POST", "/v1/prices", Prices::create);
    router.list("/v1/prices", Kind.PRICE, call -> wanted(call.params()));
    router.on("GET", "/v1/prices/{price}", call -> call.work().get(Kind.PRICE, call.path("price")));
    router.on("POST", "/v1/prices/{price}", Prices::update);
    router.includable(Kind.PRICE, "tiers", (_, price) -> price.get("_tiers"));
  }

  private static ObjectNode create(Call call) {
    return add(call.work(), call.params(), product(call.work(), call.params()));
  }

  private static String product(Work work, Params params) {
    Optional<String> id = params.text("product");
    Optional<Params> data = params.in("product_data");
    if (id.isPresent() && data.isPresent()) {
      throw StripeError.invalid(
          "parameters_exclusive",
          "You may only specify one of these parameters: product, product_data.",
          "product");
    }
    if (data.isPresent()) {
      return Products.add(work, data.get()).required("id").textValue();
    }
    if (id.isEmpty()) {
      throw StripeError.invalid(
          "parameter_missing", "You must provide one of: product, product_data.", "product");
    }
    work.get(Kind.PRODUCT, id.get(), "product");
    return id.get();
  }

  /** A price for the product; also for {@code default_price_data} and {@code price_data}. */
  public static ObjectNode add(Work work, Params params, String product) {
    Unmodelled.refuse(params, "currency_options");
    ObjectNode fields = Json.object().put("active", params.flag("active").orElse(true));
    fields.put("currency", params.require("currency").toLowerCase(Locale.ROOT));
    UnitAmounts.set(fields, params);
    LookupKeys.set(work, fields, params);
    fields.set("metadata", Metadata.of(params));
    Fields.texts(fields, params, "nickname");
    fields.put("product", product);
    Recurrence.set(work, fields, params);
    fields.put("tax_behavior", params.text("tax_behavior").orElse("unspecified"));
    fields.set("transform_quantity", UnitAmounts.transform(params));
    ObjectNode price = work.add(Kind.PRICE, fields);
    work.emit("price.created", price);
    return price;
  }

  private static ObjectNode update(Call call) {
    Work work = call.work();
    Params params = call.params();
    ObjectNode price = work.get(Kind.PRICE, call.path("price"));
    Unmodelled.refuse(params, "currency_options");
    params.flag("active").ifPresent(active -> price.put("active", active));
    if (params.has("lookup_key")) {
      LookupKeys.set(work, price, params);
    }
    Fields.changedTexts(price, params, "nickname");
    params
        .text("tax_behavior")
        .ifPresent(
            behavior -> {
              if (!price.path("tax_behavior").asText().equals("unspecified")) {
                throw StripeError.invalid(
                    "You cannot update the tax_behavior of a price once it is set.",
                    "tax_behavior");
              }
              price.put("tax_behavior", behavior);
            });
    Metadata.merge(price, params);
    work.emit("price.updated", price);
    return price;
  }

  private static Predicate<ObjectNode> wanted(Params params) {
    List<String> keys = params.texts("lookup_keys");
    Params recurring = params.in("recurring").orElseGet(Params::none);
    return equal(params, "product", "")
        .and(equal(params, "type", ""))
        .and(equal(params, "currency", ""))
        .and(equal(recurring, "interval", "recurring"))
        .and(equal(recurring, "usage_type", "recurring"))
        .and(equal(recurring, "meter", "recurring"))
        .and(
            price ->
                params
                    .flag("active")
                    .map(wanted -> wanted == price.path("active").booleanValue())
                    .orElse(true))
        .and(price -> keys.isEmpty() || keys.contains(price.path("lookup_key").asText("")));
  }

  private static Predicate<ObjectNode> equal(Params params, String name, String within) {
    Optional<String> wanted = params.text(name);
    return price -> {
      var owner = within.isEmpty() ? price : price.path(within);
      return wanted.isEmpty() || wanted.get().equals(owner.path(name).asText());
    };
  }
}
