package dev.tollgate.lambda.http;

import dev.tollgate.lambda.guard.Caller;
import java.util.Map;
import java.util.Optional;

/** A request that has found its route and passed its guards. */
record Call(Request request, Route route, Map<String, String> variables, Optional<Caller> caller) {}
