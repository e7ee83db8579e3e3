package dev.tollgate.testkit.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one call of Secrets Manager that functions make, GetSecretValue, in its JSON protocol. Values
 * come from a map that is asked on every call, so that a test can rotate a key.
 */
public final class SecretsServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TARGET = "secretsmanager.GetSecretValue";
  private static final Pattern ARN =
      Pattern.compile("arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:(.+?)(-[A-Za-z0-9]{6})?");

  private final Supplier<Map<String, String>> values;
  private final JsonServer server;

  private SecretsServer(Supplier<Map<String, String>> values, int port) {
    this.values = values;
    this.server = JsonServer.start(port, this::answer);
  }

  /** Values by the secret's name; a caller may ask by name or by ARN. */
  public static SecretsServer start(Supplier<Map<String, String>> values) {
    return start(values, 0);
  }

  public static SecretsServer start(Supplier<Map<String, String>> values, int port) {
    return new SecretsServer(values, port);
  }

  public URI endpoint() {
    return server.endpoint();
  }

  private JsonServer.Answer answer(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    if (!TARGET.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
      return error("InvalidRequestException", "only GetSecretValue is served here");
    }
    String id = request.path("SecretId").asText();
    Matcher arn = ARN.matcher(id);
    String name = arn.matches() ? arn.group(1) : id;
    String value = value(id, name);
    if (value == null) {
      return error("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    }
    ObjectNode body = JSON.createObjectNode();
    body.put(
        "ARN",
        "arn:aws:secretsmanager:%s:%s:secret:%s-local0"
            .formatted(LocalAws.REGION, LocalAws.ACCOUNT, name));
    body.put("Name", name);
    body.put("VersionId", "00000000-0000-0000-0000-000000000001");
    body.putArray("VersionStages").add("AWSCURRENT");
    body.put("SecretString", value);
    return new JsonServer.Answer(200, body);
  }

  private @Nullable String value(String id, String name) {
    Map<String, String> known = values.get();
    return known.containsKey(id) ? known.get(id) : known.get(name);
  }

  private static JsonServer.Answer error(String type, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.put("__type", type);
    body.put("Message", message);
    return new JsonServer.Answer(400, body);
  }

  @Override
  public void close() {
    server.close();
  }
}
