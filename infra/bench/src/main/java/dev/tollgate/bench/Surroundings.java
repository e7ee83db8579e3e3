package dev.tollgate.bench;

import dev.tollgate.testkit.servers.DynamoDbServer;
import dev.tollgate.testkit.servers.LocalAws;
import dev.tollgate.testkit.servers.SecretsServer;
import dev.tollgate.testkit.servers.TableDefinition;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the functions talk to: started once, in this process, outside of all that is measured. */
final class Surroundings implements AutoCloseable {
  private static final String TABLE = "tollgate";
  private static final String SIGNING_KEYS = "tollgate/signing-keys";

  /** Nothing listens on port 9: no case sends a message or a mail. */
  private static final String NOWHERE = "http://127.0.0.1:9";

  private final DynamoDbServer dynamo;
  private final SecretsServer secrets;

  private Surroundings(DynamoDbServer dynamo, SecretsServer secrets) {
    this.dynamo = dynamo;
    this.secrets = secrets;
  }

  static Surroundings start() {
    Map<String, String> values = Map.of(SIGNING_KEYS, SigningKeys.fresh());
    DynamoDbServer dynamo = DynamoDbServer.inMemory();
    try (DynamoDbClient client = dynamo.client()) {
      TableDefinition.ofProject().create(client, TABLE);
    }
    return new Surroundings(dynamo, SecretsServer.start(() -> values));
  }

  /** The variables of template.yaml, with the addresses of these servers. */
  Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("STAGE", "local"),
        Map.entry("EDITION", "tollgate"),
        Map.entry("API_URL", "https://api.example.com"),
        Map.entry("FRONTEND_URL", "https://app.example.com"),
        Map.entry("TABLE_NAME", TABLE),
        Map.entry("SIGNING_KEYS_SECRET", SIGNING_KEYS),
        Map.entry("MAIL_FROM", "no-reply@example.com"),
        Map.entry("NOTIFICATIONS_QUEUE_URL", NOWHERE + "/000000000000/notifications"),
        Map.entry("METERING_QUEUE_URL", NOWHERE + "/000000000000/metering"),
        Map.entry("KILL_SWITCH_QUEUE_URL", NOWHERE + "/000000000000/kill-switch"),
        Map.entry("OUTGOING_QUEUE_URL", NOWHERE + "/000000000000/outgoing"),
        Map.entry("STRIPE_EVENTS_QUEUE_URL", NOWHERE + "/000000000000/stripe-events.fifo"),
        Map.entry("DYNAMODB_ENDPOINT", dynamo.endpoint().toString()),
        Map.entry("SECRETS_ENDPOINT", secrets.endpoint().toString()),
        Map.entry("SQS_ENDPOINT", NOWHERE),
        Map.entry("SES_ENDPOINT", NOWHERE),
        Map.entry("AWS_REGION", LocalAws.REGION),
        Map.entry("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY_ID),
        Map.entry("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_ACCESS_KEY));
  }

  @Override
  public void close() {
    secrets.close();
    dynamo.close();
  }
}
