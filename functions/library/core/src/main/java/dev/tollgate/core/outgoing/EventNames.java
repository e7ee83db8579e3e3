package dev.tollgate.core.outgoing;

import java.util.List;

/** What can be published, by the names that receivers know. Names are kept for ever. */
public final class EventNames {
  public static final String SUBSCRIPTION_CHANGED = "subscription.changed";
  public static final String ENTITLEMENTS_CHANGED = "entitlements.changed";
  public static final String LIMIT_NEAR = "limit.near";
  public static final String LIMIT_REACHED = "limit.reached";
  public static final String TENANT_SUSPENDED = "tenant.suspended";
  public static final String TENANT_RESTORED = "tenant.restored";

  /** Sent to one endpoint, when the platform owner asks for it. */
  public static final String ENDPOINT_TEST = "endpoint.test";

  public static final List<String> ALL =
      List.of(
          SUBSCRIPTION_CHANGED,
          ENTITLEMENTS_CHANGED,
          LIMIT_NEAR,
          LIMIT_REACHED,
          TENANT_SUSPENDED,
          TENANT_RESTORED,
          ENDPOINT_TEST);

  private EventNames() {}

  /** News of the suspension itself; everything else about a suspended tenant waits. */
  public static boolean isAboutSuspension(String event) {
    return event.equals(TENANT_SUSPENDED) || event.equals(TENANT_RESTORED);
  }
}
