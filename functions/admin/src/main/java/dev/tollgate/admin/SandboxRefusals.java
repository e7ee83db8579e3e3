package dev.tollgate.admin;

import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;

/** What the doors of sandboxes refuse alike. */
final class SandboxRefusals {
  private SandboxRefusals() {}

  static Response notASandbox() {
    return conflict(
        "not_a_sandbox",
        "This tenant is not marked as a sandbox",
        "It lives by everybody's time, and its clock cannot be turned.");
  }

  static Response switchedOff() {
    return conflict(
        "sandboxes_off",
        "This deployment has no sandboxes",
        "It must allow them, and its key of the payment provider must be one for testing.");
  }

  static Response conflict(String error, String title, String detail) {
    return Problem.of(409, error, title, detail).response();
  }
}
