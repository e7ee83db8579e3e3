package dev.tollgate.lambda.guard;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.identity.Role;
import io.micronaut.inject.ExecutableMethod;
import java.util.Optional;
import java.util.Set;

/**
 * What a route says about who may call it, from its annotations.
 *
 * @param open whether anybody may call it; every other route is guarded
 * @param exempt what the guards do not ask here
 * @param roles what persons may call it; empty for everybody of the tenant
 * @param scope what a key must have to call it; empty where no key may
 * @param feature what the tenant must have
 * @param history whether it stays open for the read-only window
 * @param uncounted whether it counts neither by address, nor by the meter of calls
 */
public record Declaration(
    boolean open,
    Set<Guard> exempt,
    Set<Role> roles,
    Optional<Scope> scope,
    Optional<String> feature,
    boolean history,
    boolean uncounted) {
  public Declaration {
    exempt = Set.copyOf(exempt);
    roles = Set.copyOf(roles);
    boolean guarded =
        !exempt.isEmpty()
            || !roles.isEmpty()
            || scope.isPresent()
            || feature.isPresent()
            || history;
    if (open && guarded) {
      throw new IllegalStateException("an open route asks nothing about its callers");
    }
  }

  public static Declaration of(ExecutableMethod<?, ?> action) {
    return new Declaration(
        action.hasAnnotation(Open.class),
        Set.of(action.enumValues(Exempt.class, "from", Guard.class)),
        Set.of(action.enumValues(Allowed.class, Role.class)),
        action.enumValue(ByKey.class, Scope.class),
        action.stringValue(Needs.class),
        action.hasAnnotation(History.class),
        action.hasAnnotation(Uncounted.class));
  }

  /** Whether calls of it count against a client's address: of anybody, or of who is nobody. */
  public boolean isCountedByAddress() {
    return !open || !uncounted;
  }

  /** Whether a call that passes is one of those that a plan limits: product work, that is. */
  public boolean isMetered() {
    return !open && !uncounted && !exempt.contains(Guard.SUBSCRIPTION);
  }
}
