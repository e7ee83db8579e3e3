package dev.tollgate.lambda.runtime;

import java.util.Map;
import java.util.Optional;

/**
 * The environment variables that the template grants this function, and no others. A missing one
 * stops the start.
 */
public final class Environment {
  private final Map<String, String> variables;

  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** Never empty; throws {@link IllegalStateException} that names the variable. */
  public String required(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException("the environment has no " + name));
  }

  /** An empty variable counts as absent: a template cannot leave one out by a parameter. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  public boolean isLocal() {
    return required("STAGE").equals("local");
  }
}
