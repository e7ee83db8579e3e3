package dev.tollgate.stripelocal.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/products}. */
public final class Products implements Room {
  private static final String[] TEXTS = {
    "description", "statement_descriptor", "tax_code", "unit_label", "url"
  };

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/products", Products::create);
    router.list("/v1/products", Kind.PRODUCT, call -> wanted(call.params()));
    router.on("GET", "/v1/products/{id}", call -> call.work().get(Kind.PRODUCT, call.path("id")));
    router.on("POST", "/v1/products/{id}", Products::update);
    router.on("DELETE", "/v1/products/{id}", Products::delete);
  }

  private static ObjectNode create(Call call) {
    Work work = call.work();
    Params params = call.params();
    ObjectNode product = add(work, params);
    params
        .in("default_price_data")
        .ifPresent(
            given -> {
              String id = product.required("id").textValue();
              ObjectNode price = Prices.add(work, given, id);
              product.put("default_price", price.required("id").textValue());
              work.emit("product.updated", product);
            });
    return product;
  }

  /** Also for {@code product_data} of a price. */
  static ObjectNode add(Work work, Params params) {
    ObjectNode fields = Json.object();
    params
        .text("id")
        .ifPresent(
            id -> {
              if (work.find(Kind.PRODUCT, id).isPresent()) {
                throw StripeError.invalid(
                    "resource_already_exists", "Product already exists.", params.path("id"));
              }
              fields.put("id", id);
            });
    fields.put("active", params.flag("active").orElse(true)).putNull("default_price");
    fields.set("images", Fields.array(params.texts("images")));
    fields.set("marketing_features", features(params));
    fields.set("metadata", Metadata.of(params));
    fields.put("name", params.require("name"));
    fields.set(
        "package_dimensions",
        Fields.map(params, "package_dimensions", "height", "length", "weight", "width"));
    fields.put("shippable", params.flag("shippable").orElse(null));
    fields.put("type", params.text("type").orElse("service"));
    Fields.texts(fields, params, TEXTS);
    fields.put("updated", work.now());
    ObjectNode product = work.add(Kind.PRODUCT, fields);
    work.emit("product.created", product);
    return product;
  }

  private static ObjectNode update(Call call) {
    Work work = call.work();
    Params params = call.params();
    ObjectNode product = work.get(Kind.PRODUCT, call.path("id"));
    ObjectNode before = product.deepCopy();
    params.flag("active").ifPresent(active -> product.put("active", active));
    params.text("name").ifPresent(name -> product.put("name", name));
    params.flag("shippable").ifPresent(shippable -> product.put("shippable", shippable));
    if (params.has("images")) {
      product.set("images", Fields.array(params.texts("images")));
    }
    if (params.has("marketing_features")) {
      product.set("marketing_features", features(params));
    }
    params.text("default_price").ifPresent(id -> work.get(Kind.PRICE, id, "default_price"));
    Fields.changedTexts(product, params, "default_price");
    Fields.changedTexts(product, params, TEXTS);
    Metadata.merge(product, params);
    if (!product.equals(before)) {
      product.put("updated", work.now());
    }
    work.emit("product.updated", product);
    return product;
  }

  private static ObjectNode delete(Call call) {
    Work work = call.work();
    String id = call.path("id");
    ObjectNode product = work.get(Kind.PRODUCT, id);
    if (!work.view(Kind.PRICE, price -> id.equals(Json.text(price, "product"))).isEmpty()) {
      throw StripeError.invalid(
          "This product cannot be deleted because it has one or more user-created prices.", "id");
    }
    work.emit("product.deleted", product);
    work.remove(Kind.PRODUCT, id);
    return work.tombstone(Kind.PRODUCT, id).orElseThrow();
  }

  private static ArrayNode features(Params params) {
    ArrayNode features = Json.array();
    params
        .each("marketing_features")
        .forEach(feature -> features.add(Json.object().put("name", feature.orNull("name"))));
    return features;
  }

  private static Predicate<ObjectNode> wanted(Params params) {
    Optional<Boolean> active = params.flag("active");
    Optional<Boolean> shippable = params.flag("shippable");
    Optional<String> type = params.text("type");
    Optional<String> url = params.text("url");
    List<String> ids = params.texts("ids");
    return product ->
        active.map(wanted -> wanted == product.path("active").booleanValue()).orElse(true)
            && shippable
                .map(wanted -> wanted == product.path("shippable").booleanValue())
                .orElse(true)
            && type.map(wanted -> wanted.equals(Json.text(product, "type"))).orElse(true)
            && url.map(wanted -> wanted.equals(Json.text(product, "url"))).orElse(true)
            && (ids.isEmpty() || ids.contains(product.path("id").asText()));
  }
}
