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

  /** The partition of everything that the tenant owns. */
  static String tenant(TenantId tenant) {
    return "TENANT#" + tenant.value();
  }
}
