package dev.tollgate.lambda.guard;

import dev.tollgate.lambda.http.Problem;
import java.util.Map;

/** What the guards say, and what the answer's headers tell about rates. */
public sealed interface Admission {
  Map<String, String> headers();

  /** At an open route, whoever it is. */
  record Welcome(Map<String, String> headers) implements Admission {}

  record Admitted(Caller caller, Map<String, String> headers) implements Admission {}

  record Denied(Problem problem, Map<String, String> headers) implements Admission {}
}
