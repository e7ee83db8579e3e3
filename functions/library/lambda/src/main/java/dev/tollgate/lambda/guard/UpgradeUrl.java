package dev.tollgate.lambda.guard;

import dev.tollgate.lambda.runtime.Environment;

/** Where people buy more. */
public final class UpgradeUrl {
  private UpgradeUrl() {}

  public static String of(Environment environment) {
    return environment.required("FRONTEND_URL") + "/billing";
  }
}
