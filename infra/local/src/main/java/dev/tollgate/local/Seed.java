package dev.tollgate.local;

import dev.tollgate.testkit.servers.LocalAws;
import io.micronaut.context.BeanContext;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Something that must be there before the first request, such as a platform owner. It is planted at
 * every start, after the tables exist and before any request, so it must be idempotent.
 */
public interface Seed {
  /**
   * @param beans what a function without routes of its own would have; all seeds share them
   */
  void plant(BeanContext beans);

  /**
   * Where seeds are planted.
   *
   * @param tableName the only table of the template
   * @param parameters of the template, as this stack sets them
   * @param secrets the secrets' names by their logical names in the template
   */
  record Ground(
      String tableName,
      URI dynamoDbEndpoint,
      Map<String, String> parameters,
      Map<String, String> secrets) {

    /** The variables that a function would have which does what the seeds do. */
    Map<String, String> environment() {
      Map<String, String> variables = new HashMap<>();
      variables.put("STAGE", "local");
      variables.put("EDITION", parameters.getOrDefault("Edition", "tollgate"));
      variables.put("TABLE_NAME", tableName);
      variables.put("DYNAMODB_ENDPOINT", dynamoDbEndpoint.toString());
      variables.put("SECRETS_ENDPOINT", parameters.getOrDefault("SecretsEndpoint", ""));
      variables.put("STRIPE_ENDPOINT", parameters.getOrDefault("StripeEndpoint", ""));
      variables.put("STRIPE_SECRET", secrets.getOrDefault("StripeKeys", ""));
      variables.put("API_URL", parameters.getOrDefault("ApiUrl", ""));
      variables.put("SANDBOX_TENANTS", parameters.getOrDefault("SandboxTenants", ""));
      variables.put("FRONTEND_URL", parameters.getOrDefault("FrontendUrl", ""));
      variables.put("AWS_REGION", LocalAws.REGION);
      variables.put("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY_ID);
      variables.put("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_ACCESS_KEY);
      return variables;
    }
  }
}
