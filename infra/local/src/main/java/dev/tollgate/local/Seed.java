package dev.tollgate.local;

import dev.tollgate.testkit.servers.LocalAws;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Something that must be there before the first request, such as a platform owner. It is planted at
 * every start, after the tables exist and before any function runs, so it must be idempotent.
 */
public interface Seed {
  void plant(Ground ground);

  /**
   * What a seed may use.
   *
   * @param tableName the only table of the template
   * @param parameters of the template, as this stack sets them
   * @param secrets the secrets' names by their logical names in the template
   */
  record Ground(
      DynamoDbClient client,
      String tableName,
      URI dynamoDbEndpoint,
      Map<String, String> parameters,
      Map<String, String> secrets,
      InstantSource clock) {

    /** For a seed that uses what functions use: the variables that such a function would have. */
    public Map<String, String> environment() {
      Map<String, String> variables = new HashMap<>();
      variables.put("STAGE", "local");
      variables.put("EDITION", parameters.getOrDefault("Edition", "tollgate"));
      variables.put("TABLE_NAME", tableName);
      variables.put("DYNAMODB_ENDPOINT", dynamoDbEndpoint.toString());
      variables.put("SECRETS_ENDPOINT", parameters.getOrDefault("SecretsEndpoint", ""));
      variables.put("STRIPE_ENDPOINT", parameters.getOrDefault("StripeEndpoint", ""));
      variables.put("STRIPE_SECRET", secrets.getOrDefault("StripeKeys", ""));
      variables.put("API_URL", parameters.getOrDefault("ApiUrl", ""));
      variables.put("FRONTEND_URL", parameters.getOrDefault("FrontendUrl", ""));
      variables.put("AWS_REGION", LocalAws.REGION);
      variables.put("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY_ID);
      variables.put("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_ACCESS_KEY);
      return variables;
    }
  }
}
