package dev.tollgate.lambda.guard;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.lambda.http.Problem;

/** What the guards say. */
public sealed interface Admission {

  record Admitted(Principal principal) implements Admission {}

  record Denied(Problem problem) implements Admission {}
}
