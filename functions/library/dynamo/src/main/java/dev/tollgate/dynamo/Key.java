package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an item is. A key of what a tenant owns starts with the tenant, so nothing of a tenant can
 * be read without naming it.
 */
interface Key {
  String partition();

  String sort();

  default Map<String, AttributeValue> attributes() {
    return Map.of("pk", AttributeValue.fromS(partition()), "sk", AttributeValue.fromS(sort()));
  }

  /**
   * Refuses what comes from outside and is longer than anything we know; DynamoDB would call the
   * request malformed.
   *
   * @throws IllegalArgumentException where it is empty or over 255 characters
   */
  static String foreign(String id) {
    if (!isPlausible(id)) {
      throw new IllegalArgumentException("a foreign id of " + id.length() + " characters");
    }
    return id;
  }

  /** Whether there could be an item of that foreign id. */
  static boolean isPlausible(String id) {
    return !id.isEmpty() && id.length() <= 255;
  }

  /** Where a stored item is, whatever it is. */
  static Key of(Row row) {
    return new Stored(row.text("pk"), row.text("sk"));
  }

  record Stored(String partition, String sort) implements Key {}

  /** The partition of everything that the tenant owns. */
  static String tenant(TenantId tenant) {
    return "TENANT#" + tenant.value();
  }
}
