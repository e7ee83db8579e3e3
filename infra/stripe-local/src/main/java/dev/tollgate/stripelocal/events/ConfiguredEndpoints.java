package dev.tollgate.stripelocal.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.settings.Settings;
import java.util.List;

/** The endpoints of the settings: made anew at each start, as they may be listed otherwise. */
public final class ConfiguredEndpoints {
  private static final String MARK = "_configured";

  private ConfiguredEndpoints() {}

  public static void settle(Work work, List<Settings.Endpoint> endpoints) {
    List<ObjectNode> old =
        work.all(Kind.WEBHOOK_ENDPOINT, endpoint -> endpoint.path(MARK).booleanValue());
    for (Settings.Endpoint wanted : endpoints) {
      ObjectNode endpoint =
          old.stream()
              .filter(existing -> isFor(existing, wanted))
              .findFirst()
              .orElseGet(
                  () ->
                      work.add(
                          Kind.WEBHOOK_ENDPOINT,
                          Endpoints.fields(wanted.url().toString(), wanted.events())));
      endpoint.set("enabled_events", Endpoints.array(wanted.events()));
      endpoint.put("_thin", wanted.thin()).put(MARK, true);
      new Endpoint(endpoint).onlySecret(wanted.secret());
    }
    old.stream()
        .filter(existing -> endpoints.stream().noneMatch(wanted -> isFor(existing, wanted)))
        .forEach(gone -> work.remove(Kind.WEBHOOK_ENDPOINT, gone.required("id").textValue()));
  }

  private static boolean isFor(ObjectNode existing, Settings.Endpoint wanted) {
    return existing.path("url").asText().equals(wanted.url().toString())
        && existing.path("_thin").booleanValue() == wanted.thin();
  }
}
