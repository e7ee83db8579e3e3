package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.NotOffered;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.subscriptions.SubscriptionChange.Timing;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a request asks of a subscription. */
final class SubscriptionParams {
  private static final Set<String> ALLOWED_WHEN_PENDING =
      Set.of(
          "items",
          "proration_behavior",
          "proration_date",
          "payment_behavior",
          "billing_cycle_anchor",
          "trial_end",
          "trial_from_plan",
          "add_invoice_items",
          "off_session",
          "expand");

  private SubscriptionParams() {}

  static NewSubscription creation(Work work, Params params) {
    NotOffered.check(params);
    exclusive(params, "trial_end", "trial_period_days");
    exclusive(params, "cancel_at", "cancel_at_period_end");
    boolean withoutTrial = params.text("trial_end").filter("now"::equals).isPresent();
    return new NewSubscription(
        params.require("customer"),
        items(work, params),
        withoutTrial ? null : orNull(params.integer("trial_end")),
        orNull(params.integer("trial_period_days")),
        orNull(params.integer("billing_cycle_anchor")),
        params.map("metadata"),
        params.orNull("default_payment_method"),
        params.text("cancel_at").map(CancelAt::of).orElse(null),
        missingPaymentMethod(params),
        behavior(params),
        params.flag("off_session").orElse(false),
        null,
        fields(params));
  }

  /** What the request changes of the billing; empty when it touches only the rest. */
  static Optional<SubscriptionChange> change(Work work, Params params) {
    NotOffered.check(params);
    List<ItemChange> items = items(work, params);
    Timing timing = timing(params);
    if (items.isEmpty() && timing instanceof Timing.Keep) {
      return Optional.empty();
    }
    refuseBesidePending(params);
    return Optional.of(
        new SubscriptionChange(
            items,
            timing,
            proration(params),
            orNull(params.integer("proration_date")),
            behavior(params),
            params.flag("off_session").orElse(false)));
  }

  static Proration proration(Params params) {
    return params.text("proration_behavior").map(Proration::of).orElse(Proration.CREATE_PRORATIONS);
  }

  static PaymentBehavior behavior(Params params) {
    return params
        .text("payment_behavior")
        .map(PaymentBehavior::of)
        .orElse(PaymentBehavior.ALLOW_INCOMPLETE);
  }

  static List<ItemChange> items(Work work, Params params) {
    return params.each("items").stream().map(item -> item(work, item)).toList();
  }

  /** One item, also as the subscription item operations give it. */
  static ItemChange item(Work work, Params item) {
    NotOffered.check(item);
    String id = item.orNull("id");
    String price =
        item.in("price_data")
            .map(data -> InlinePrice.make(work, data))
            .or(() -> item.text("price"))
            .or(() -> item.text("plan"))
            .orElse(null);
    if (id == null && price == null) {
      item.require("price");
    }
    return new ItemChange(
        id,
        item.flag("deleted").orElse(false),
        price,
        orNull(item.integer("quantity")),
        item.has("metadata") ? item.map("metadata") : null,
        item.flag("clear_usage").orElse(false));
  }

  private static Timing timing(Params params) {
    Optional<String> trial = params.text("trial_end");
    if (trial.filter("now"::equals).isPresent()
        || params.text("billing_cycle_anchor").filter("now"::equals).isPresent()) {
      return new Timing.AnchorNow();
    }
    return trial.isPresent()
        ? new Timing.TrialUntil(params.integer("trial_end").getAsLong())
        : new Timing.Keep();
  }

  /** Fields that are taken as they are. */
  static ObjectNode fields(Params params) {
    ObjectNode fields = Json.object();
    for (String name : List.of("description", "collection_method")) {
      params.text(name).ifPresent(value -> fields.put(name, value));
      if (params.isUnset(name)) {
        fields.putNull(name);
      }
    }
    params.integer("days_until_due").ifPresent(days -> fields.put("days_until_due", days));
    params.flag("cancel_at_period_end").ifPresent(end -> fields.put("cancel_at_period_end", end));
    params
        .in("automatic_tax")
        .flatMap(tax -> tax.flag("enabled"))
        .ifPresent(
            enabled ->
                fields
                    .putObject("automatic_tax")
                    .putNull("disabled_reason")
                    .put("enabled", enabled)
                    .putNull("liability"));
    params
        .in("payment_settings")
        .flatMap(settings -> settings.text("save_default_payment_method"))
        .ifPresent(save -> savesMethod(fields, save));
    params
        .in("billing_mode")
        .ifPresent(mode -> fields.set("billing_mode", billingMode(mode.require("type"))));
    return fields;
  }

  static ObjectNode billingMode(String type) {
    ObjectNode mode = Json.object();
    if (type.equals("flexible")) {
      mode.putObject("flexible").put("proration_discounts", "included");
    } else {
      mode.putNull("flexible");
    }
    return mode.put("type", type).putNull("updated_at");
  }

  private static void savesMethod(ObjectNode fields, String save) {
    fields
        .putObject("payment_settings")
        .putNull("payment_method_options")
        .putNull("payment_method_types")
        .put("save_default_payment_method", save);
  }

  static @Nullable String missingPaymentMethod(Params params) {
    return params
        .in("trial_settings")
        .flatMap(settings -> settings.in("end_behavior"))
        .flatMap(behavior -> behavior.text("missing_payment_method"))
        .orElse(null);
  }

  private static void refuseBesidePending(Params params) {
    if (behavior(params) == PaymentBehavior.PENDING_IF_INCOMPLETE) {
      params.names().stream()
          .filter(name -> !ALLOWED_WHEN_PENDING.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw StripeError.invalid(
                    "You cannot update `%s` with `payment_behavior=pending_if_incomplete`."
                        .formatted(name),
                    name);
              });
    }
  }

  static void exclusive(Params params, String one, String other) {
    if (params.text(one).isPresent() && params.text(other).isPresent()) {
      throw StripeError.invalid(
          "parameters_exclusive",
          "You may only specify one of these parameters: %s, %s.".formatted(one, other),
          one);
    }
  }

  static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
