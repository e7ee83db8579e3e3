package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.net.URI;
import java.util.Map;

/** Opens portal sessions. */
final class PortalSessions implements Room {
  /** The feature that a flow is about. */
  private static final Map<String, String> FEATURE =
      Map.of(
          "payment_method_update", "payment_method_update",
          "subscription_cancel", "subscription_cancel",
          "subscription_update", "subscription_update",
          "subscription_update_confirm", "subscription_update");

  private final Configurations configurations;
  private final URI base;

  PortalSessions(Configurations configurations, URI base) {
    this.configurations = configurations;
    this.base = base;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/billing_portal/sessions", this::create);
  }

  private ObjectNode create(Call call) {
    Params params = call.params();
    String customer = params.require("customer");
    call.work().get(Kind.CUSTOMER, customer, "customer");
    ObjectNode configuration = configuration(call);
    String back =
        params.text("return_url").orElseGet(() -> Json.text(configuration, "default_return_url"));
    ObjectNode session = Json.object();
    session.put("configuration", configuration.path("id").textValue());
    session.put("customer", customer).putNull("customer_account");
    session.set("flow", Json.object().nullNode());
    params
        .in("flow_data")
        .ifPresent(given -> session.set("flow", flow(call, given, customer, configuration)));
    session
        .put("locale", params.orNull("locale"))
        .put("on_behalf_of", params.orNull("on_behalf_of"));
    session.put("return_url", back);
    ObjectNode added = call.work().add(Kind.PORTAL_SESSION, session);
    added.put("url", base + "/portal/" + added.path("id").textValue());
    call.work().emit("billing_portal.session.created", added);
    return added;
  }

  private ObjectNode configuration(Call call) {
    String given = call.params().orNull("configuration");
    if (given == null) {
      return configurations.standard(call.work());
    }
    ObjectNode configuration = call.work().get(Kind.PORTAL_CONFIGURATION, given, "configuration");
    if (!configuration.path("active").booleanValue()) {
      throw StripeError.invalid("The configuration is not active.", "configuration");
    }
    return configuration;
  }

  private static ObjectNode flow(
      Call call, Params given, String customer, ObjectNode configuration) {
    String type = given.require("type");
    if (!Features.allows(configuration, FEATURE.getOrDefault(type, type))) {
      throw StripeError.invalid(
          "The flow `"
              + type
              + "` is not possible because its feature is disabled in the portal configuration.",
          given.path("type"));
    }
    ObjectNode flow = Json.object();
    flow.set("after_completion", after(given.in("after_completion").orElse(Params.none())));
    for (String about :
        new String[] {
          "subscription_cancel", "subscription_update", "subscription_update_confirm"
        }) {
      flow.set(about, Json.object().nullNode());
    }
    if (!type.equals("payment_method_update")) {
      Params about =
          given
              .in(type)
              .orElseThrow(
                  () ->
                      StripeError.invalid(
                          "parameter_missing",
                          "Missing required param: " + given.path(type) + ".",
                          given.path(type)));
      flow.set(type, subject(call, about, type, customer));
    }
    return flow.put("type", type);
  }

  private static ObjectNode subject(Call call, Params about, String type, String customer) {
    String id = about.require("subscription");
    ObjectNode subscription = call.work().get(Kind.SUBSCRIPTION, id, about.path("subscription"));
    if (!customer.equals(Json.text(subscription, "customer"))) {
      throw StripeError.missing(Kind.SUBSCRIPTION, id, about.path("subscription"));
    }
    ObjectNode subject = Json.object();
    if (type.equals("subscription_cancel")) {
      if (subscription.hasNonNull("cancel_at")) {
        throw StripeError.invalid(
            "This subscription cannot be canceled because it is already set to be canceled.",
            about.path("subscription"));
      }
      subject.putNull("retention");
    }
    if (type.equals("subscription_update_confirm")) {
      subject.putNull("discounts");
      for (Params item : about.each("items")) {
        ObjectNode wanted = subject.withArray("/items").addObject().put("id", item.require("id"));
        item.text("price")
            .ifPresent(price -> call.work().get(Kind.PRICE, price, item.path("price")));
        wanted.put("price", item.orNull("price"));
        item.integer("quantity").ifPresent(quantity -> wanted.put("quantity", quantity));
      }
    }
    return subject.put("subscription", id);
  }

  private static ObjectNode after(Params given) {
    ObjectNode after = Json.object().putNull("hosted_confirmation").putNull("redirect");
    given
        .in("hosted_confirmation")
        .ifPresent(
            confirmation ->
                after
                    .putObject("hosted_confirmation")
                    .put("custom_message", confirmation.orNull("custom_message")));
    given
        .in("redirect")
        .ifPresent(
            redirect ->
                after.putObject("redirect").put("return_url", redirect.require("return_url")));
    return after.put("type", given.text("type").orElse("portal_homepage"));
  }
}
