package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Operations on portal configurations. The default one is there from the first time somebody asks.
 */
final class Configurations implements Room {
  private static final String COLLECTION = "/v1/billing_portal/configurations";

  @Override
  public void register(Router router) {
    router.on("POST", COLLECTION, this::create);
    router.list(COLLECTION, Kind.PORTAL_CONFIGURATION, this::asked);
    router.on("GET", COLLECTION + "/{configuration}", Configurations::configuration);
    router.on("POST", COLLECTION + "/{configuration}", this::update);
  }

  /** The configuration of sessions that name none. */
  ObjectNode standard(Work work) {
    return work.all(Kind.PORTAL_CONFIGURATION, c -> c.path("is_default").booleanValue()).stream()
        .findFirst()
        .orElseGet(() -> work.add(Kind.PORTAL_CONFIGURATION, blank(work, Features.all(), true)));
  }

  private static ObjectNode blank(Work work, ObjectNode features, boolean standard) {
    ObjectNode configuration = Json.object().put("active", true).putNull("application");
    configuration
        .putObject("business_profile")
        .putNull("headline")
        .putNull("privacy_policy_url")
        .putNull("terms_of_service_url");
    configuration.putNull("default_return_url");
    configuration.set("features", features);
    configuration.put("is_default", standard);
    configuration.putObject("login_page").put("enabled", false).putNull("url");
    configuration.putObject("metadata");
    return configuration.putNull("name").put("updated", work.now());
  }

  private ObjectNode create(Call call) {
    ObjectNode configuration = blank(call.work(), Features.none(), false);
    change(call, configuration);
    ObjectNode added = call.work().add(Kind.PORTAL_CONFIGURATION, configuration);
    call.work().emit("billing_portal.configuration.created", added);
    return added;
  }

  private ObjectNode update(Call call) {
    ObjectNode configuration = configuration(call);
    Optional<Boolean> active = call.params().flag("active");
    if (active.isPresent() && configuration.path("is_default").booleanValue() && !active.get()) {
      throw StripeError.invalid("You cannot deactivate the default configuration.", "active");
    }
    active.ifPresent(value -> configuration.put("active", value));
    change(call, configuration);
    configuration.put("updated", call.now());
    call.work().emit("billing_portal.configuration.updated", configuration);
    return configuration;
  }

  private static void change(Call call, ObjectNode configuration) {
    Params params = call.params();
    for (String name : new String[] {"default_return_url", "name"}) {
      if (params.has(name)) {
        configuration.put(name, params.orNull(name));
      }
    }
    params
        .in("business_profile")
        .ifPresent(
            given -> {
              ObjectNode profile = (ObjectNode) configuration.path("business_profile");
              given.names().forEach(name -> profile.put(name, given.orNull(name)));
            });
    params
        .in("features")
        .ifPresent(
            given ->
                Features.apply(call.work(), (ObjectNode) configuration.path("features"), given));
    Metadata.merge(configuration, params);
  }

  private Predicate<ObjectNode> asked(Call call) {
    Optional<Boolean> active = call.params().flag("active");
    Optional<Boolean> standard = call.params().flag("is_default");
    return c ->
        active.map(wanted -> wanted == c.path("active").booleanValue()).orElse(true)
            && standard.map(wanted -> wanted == c.path("is_default").booleanValue()).orElse(true);
  }

  private static ObjectNode configuration(Call call) {
    return call.work().get(Kind.PORTAL_CONFIGURATION, call.path("configuration"));
  }
}
