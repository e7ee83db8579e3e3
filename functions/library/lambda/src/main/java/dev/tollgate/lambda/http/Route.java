package dev.tollgate.lambda.http;

import dev.tollgate.core.identity.Role;
import dev.tollgate.lambda.guard.Declaration;
import dev.tollgate.lambda.guard.Guard;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Set;

/**
 * One method of one controller, from what the compiler wrote down about it; nothing is reflected.
 *
 * @param declared who may call it
 * @param idempotent whether it honours an idempotency key
 */
public record Route(
    String method,
    PathTemplate path,
    Declaration declared,
    boolean idempotent,
    BeanDefinition<?> controller,
    ExecutableMethod<?, ?> action) {
  public Route {
    if (declared.history() && !method.equals("GET")) {
      throw new IllegalStateException(method + " " + path.text() + " reads no history");
    }
  }

  static Route of(String prefix, BeanDefinition<?> controller, ExecutableMethod<?, ?> action) {
    Class<? extends Annotation> mapping =
        action
            .getAnnotationTypeByStereotype(HttpMethodMapping.class)
            .orElseThrow(() -> new IllegalStateException(action + " is no route"));
    String path = prefix + action.stringValue(HttpMethodMapping.class).orElse("");
    return new Route(
        mapping.getSimpleName().toUpperCase(Locale.ROOT),
        PathTemplate.of(path.replaceAll("//+", "/")),
        Declaration.of(action),
        action.hasAnnotation(Idempotent.class),
        controller,
        action);
  }

  /** As a template and a log line write it. */
  public String name() {
    return method + " " + path.text();
  }

  /** Whether anybody may call it; every other route is guarded. */
  public boolean open() {
    return declared.open();
  }

  /** What the guards do not ask here. */
  public Set<Guard> exempt() {
    return declared.exempt();
  }

  /** Who may call it; empty for everybody of the tenant. */
  public Set<Role> roles() {
    return declared.roles();
  }
}
