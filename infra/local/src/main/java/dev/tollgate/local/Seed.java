package dev.tollgate.local;

import java.net.URI;
import java.time.InstantSource;
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
   */
  record Ground(
      DynamoDbClient client,
      String tableName,
      URI dynamoDbEndpoint,
      Map<String, String> parameters,
      InstantSource clock) {}
}
