package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.outgoing.Endpoint;
import dev.tollgate.core.outgoing.Endpoint.Reason;
import dev.tollgate.core.outgoing.EndpointUrl;
import dev.tollgate.core.outgoing.SigningSecrets;
import dev.tollgate.core.outgoing.WebhookSecret;
import java.net.URI;
import java.util.Optional;

/**
 * An endpoint of the deployment. Its secrets stand in it as they are, since they must be read to
 * sign; the table is encrypted at rest.
 */
final class EndpointItem {
  static final String PARTITION = "OUTGOING";
  static final String PREFIX = "ENDPOINT#";

  private EndpointItem() {}

  record EndpointKey(EndpointId endpoint) implements Key {
    @Override
    public String partition() {
      return PARTITION;
    }

    @Override
    public String sort() {
      return PREFIX + endpoint.value();
    }
  }

  /** How many there are; moves with them. */
  record CountKey() implements Key {
    @Override
    public String partition() {
      return PARTITION;
    }

    @Override
    public String sort() {
      return "ENDPOINTS";
    }
  }

  static Action countOneMore(int most) {
    return Action.update(new CountKey(), "ADD held :one")
        .when("attribute_not_exists(held) OR held < :most")
        .with(":one", 1)
        .with(":most", most);
  }

  static Action countOneLess() {
    return Action.update(new CountKey(), "ADD held :one").with(":one", -1);
  }

  static Action put(Endpoint endpoint) {
    Row.Writer row =
        new Row.Writer(new EndpointKey(endpoint.id()))
            .text("id", endpoint.id().value())
            .text("url", endpoint.url().uri().toString())
            .text("description", endpoint.description())
            .texts("events", endpoint.events())
            .text("secret", endpoint.secrets().current().text())
            .nested("secret_before", endpoint.secrets().before().map(EndpointItem::retiring))
            .instant("created_at", endpoint.createdAt())
            .number("version", endpoint.version());
    return Action.put(
        switch (endpoint.state()) {
          case Endpoint.State.Enabled _ -> row.text("state", "enabled");
          case Endpoint.State.Disabled disabled ->
              row.text("state", "disabled")
                  .text("reason", disabled.reason().wireName())
                  .instant("since", disabled.since());
        });
  }

  private static Row.Writer retiring(SigningSecrets.Retiring retiring) {
    return Row.Writer.nested()
        .text("secret", retiring.secret().text())
        .instant("until", retiring.until());
  }

  static Endpoint read(Row row) {
    return new Endpoint(
        new EndpointId(row.text("id")),
        new EndpointUrl(URI.create(row.text("url"))),
        row.text("description"),
        row.texts("events"),
        secrets(row),
        state(row),
        row.instant("created_at"),
        row.longNumber("version"));
  }

  private static SigningSecrets secrets(Row row) {
    Optional<SigningSecrets.Retiring> before =
        row.nested("secret_before")
            .map(
                nested ->
                    new SigningSecrets.Retiring(
                        new WebhookSecret(nested.text("secret")), nested.instant("until")));
    return new SigningSecrets(new WebhookSecret(row.text("secret")), before);
  }

  private static Endpoint.State state(Row row) {
    return switch (row.text("state")) {
      case "enabled" -> new Endpoint.State.Enabled();
      case "disabled" ->
          new Endpoint.State.Disabled(reason(row.text("reason")), row.instant("since"));
      default -> throw new IllegalStateException("an endpoint in an unknown state");
    };
  }

  private static Reason reason(String word) {
    for (Reason reason : Reason.values()) {
      if (reason.wireName().equals(word)) {
        return reason;
      }
    }
    throw new IllegalStateException("an endpoint disabled for an unknown reason");
  }
}
