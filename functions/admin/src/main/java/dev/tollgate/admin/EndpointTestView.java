package dev.tollgate.admin;

import dev.tollgate.core.outgoing.WebhookSender.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * How a test went.
 *
 * @param status of the receiver's answer; null where there was none
 * @param reason why it was not delivered, such as refused, gone, timed_out, unknown_host,
 *     not_connected, tls_failed or forbidden_address; null where it was
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record EndpointTestView(boolean delivered, @Nullable Integer status, @Nullable String reason) {

  static EndpointTestView of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(int status) -> new EndpointTestView(true, status, null);
      case Outcome.Refused(int status) -> new EndpointTestView(false, status, "refused");
      case Outcome.Gone _ -> new EndpointTestView(false, 410, "gone");
      case Outcome.Unreachable(String reason) -> new EndpointTestView(false, null, reason);
      case Outcome.Forbidden _ -> new EndpointTestView(false, null, "forbidden_address");
    };
  }
}
