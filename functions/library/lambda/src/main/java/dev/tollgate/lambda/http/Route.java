package dev.tollgate.lambda.http;

import dev.tollgate.core.identity.Role;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.guard.Open;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Set;

/**
 * One method of one controller, from what the compiler wrote down about it; nothing is reflected.
 *
 * @param open whether anybody may call it; every other route is guarded
 * @param exempt what the guards do not ask here
 * @param roles who may call it; empty for everybody of the tenant
 * @param idempotent whether it honours an idempotency key
 */
public record Route(
    String method,
    PathTemplate path,
    boolean open,
    Set<Guard> exempt,
    Set<Role> roles,
    boolean idempotent,
    BeanDefinition<?> controller,
    ExecutableMethod<?, ?> action) {

  static Route of(String prefix, BeanDefinition<?> controller, ExecutableMethod<?, ?> action) {
    Class<? extends Annotation> mapping =
        action
            .getAnnotationTypeByStereotype(HttpMethodMapping.class)
            .orElseThrow(() -> new IllegalStateException(action + " is no route"));
    String path = prefix + action.stringValue(HttpMethodMapping.class).orElse("");
    return new Route(
        mapping.getSimpleName().toUpperCase(Locale.ROOT),
        PathTemplate.of(path.replaceAll("//+", "/")),
        action.hasAnnotation(Open.class),
        Set.of(action.enumValues(Exempt.class, "from", Guard.class)),
        Set.of(action.enumValues(Allowed.class, Role.class)),
        action.hasAnnotation(Idempotent.class),
        controller,
        action);
  }

  /** As a template and a log line write it. */
  public String name() {
    return method + " " + path.text();
  }
}
