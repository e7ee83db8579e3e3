package dev.tollgate.stripelocal.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Filter;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import dev.tollgate.stripelocal.wire.Unmodelled;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** {@code /v1/webhook_endpoints}. The secret is shown once, in the answer to create. */
public final class Endpoints implements Room {
  private static final String API_VERSION = "2026-07-29.dahlia";

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/webhook_endpoints", Endpoints::create);
    router.list("/v1/webhook_endpoints", Kind.WEBHOOK_ENDPOINT, Filter.none());
    router.on("GET", "/v1/webhook_endpoints/{id}", Endpoints::retrieve);
    router.on("POST", "/v1/webhook_endpoints/{id}", Endpoints::update);
    router.on("DELETE", "/v1/webhook_endpoints/{id}", Endpoints::delete);
    router.page("POST", "/_test/endpoints/{id}/roll", Endpoints::roll);
  }

  private static ObjectNode create(Call call) {
    Params params = call.params();
    Unmodelled.refuse(params, "connect");
    List<String> events = params.texts("enabled_events");
    if (events.isEmpty()) {
      throw StripeError.invalid(
          "parameter_missing", "Missing required param: enabled_events.", "enabled_events");
    }
    ObjectNode fields = fields(httpUrl(params), events);
    fields.put("api_version", params.orNull("api_version"));
    fields.put("description", params.orNull("description"));
    fields.set("metadata", Metadata.of(params));
    ObjectNode endpoint = call.work().add(Kind.WEBHOOK_ENDPOINT, fields);
    String secret = call.work().newId("whsec_");
    new Endpoint(endpoint).onlySecret(secret);
    ObjectNode answer = endpoint.deepCopy();
    return answer.put("secret", secret);
  }

  /** What every endpoint begins with. */
  static ObjectNode fields(String url, List<String> events) {
    ObjectNode fields =
        Json.object().put("api_version", API_VERSION).putNull("application").putNull("description");
    fields.set("enabled_events", array(events));
    fields.set("metadata", Json.object());
    return fields.put("status", "enabled").put("url", url).put("_thin", false);
  }

  private static ObjectNode retrieve(Call call) {
    return call.work().get(Kind.WEBHOOK_ENDPOINT, call.path("id"));
  }

  private static ObjectNode update(Call call) {
    ObjectNode endpoint = call.work().get(Kind.WEBHOOK_ENDPOINT, call.path("id"));
    Params params = call.params();
    if (params.has("description")) {
      endpoint.put("description", params.orNull("description"));
    }
    if (params.has("url")) {
      endpoint.put("url", httpUrl(params));
    }
    params
        .flag("disabled")
        .ifPresent(disabled -> endpoint.put("status", disabled ? "disabled" : "enabled"));
    List<String> events = params.texts("enabled_events");
    if (!events.isEmpty()) {
      endpoint.set("enabled_events", array(events));
    }
    Metadata.merge(endpoint, params);
    return endpoint;
  }

  private static ObjectNode delete(Call call) {
    Work work = call.work();
    work.remove(Kind.WEBHOOK_ENDPOINT, call.path("id"));
    return work.tombstone(Kind.WEBHOOK_ENDPOINT, call.path("id")).orElseThrow();
  }

  /** Stripe's Dashboard does this; the API has no operation for it. */
  private static PageAnswer roll(PageRequest request) {
    ObjectNode endpoint = request.work().get(Kind.WEBHOOK_ENDPOINT, request.path("id"));
    String secret = request.work().newId("whsec_");
    new Endpoint(endpoint).roll(secret, request.work().now());
    return PageAnswer.json(Json.object().put("secret", secret));
  }

  private static String httpUrl(Params params) {
    String url = params.require("url");
    if (!isHttp(url)) {
      throw StripeError.invalid("url_invalid", "Not a valid URL", "url");
    }
    return url;
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static ArrayNode array(List<String> texts) {
    ArrayNode array = Json.array();
    texts.forEach(array::add);
    return array;
  }
}
